using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Text;

/// <summary>
/// Finds out whether a dialer keeps letters beyond ASCII (its system setting <c>use_non_latin</c>). No function reports it, but some
/// responses repeat a text as the dialer has stored it, such as the name of a new user.
/// </summary>
internal static class TextMode
{
    // A shorter rest of a text could be another value of the response.
    private const int ShortestRest = 3;
    private static readonly char[] Ends = ['|', '\n', '\r'];

    /// <summary>What a response shows.</summary>
    /// <param name="verdicts">How the text of the request is stored in each mode.</param>
    /// <param name="response">The response.</param>
    /// <returns>True if the dialer kept the letters, false if it dropped them, or null if the response does not show it.</returns>
    public static bool? Find(IReadOnlyList<FieldVerdict> verdicts, DialerResponse response)
    {
        if (response.Kind != ResponseKind.Success)
        {
            return null;
        }

        foreach (TextVerdict text in verdicts.Select(static verdict => verdict.Text).Where(static text => text.LostInAsciiMode.Length > 0))
        {
            if (Repeats(response.Raw, text.StoredInUnicodeMode))
            {
                return true;
            }

            if (text.Stored.Trim().Length >= ShortestRest && Repeats(response.Raw, text.Stored))
            {
                return false;
            }
        }

        return null;
    }

    /// <summary>Whether a response has a text as one of its parts.</summary>
    private static bool Repeats(string response, string text)
    {
        for (int at = response.IndexOf(text, StringComparison.Ordinal); at >= 0; at = response.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            int end = at + text.Length;
            if (at > 0 && response[at - 1] == '|' && (end == response.Length || Array.IndexOf(Ends, response[end]) >= 0))
            {
                return true;
            }
        }

        return false;
    }
}
