using System.Text;

namespace Vicidial.Client.Wire;

/// <summary>
/// Finds a password in a text, in any encoding: plain, as in a form or URL, or as on a web page. It does not create a string of it. Short passwords
/// and plain numbers are masked only in known places, because data may look the same.
/// </summary>
internal static class SecretFinder
{
    private const int Shortest = 6;
    private const int ShortestOfOneSort = 8;
    private const string Hex = "0123456789ABCDEF";
    private static readonly (char Character, string Entity)[] Entities =
    [
        ('&', "&amp;"),
        ('<', "&lt;"),
        ('>', "&gt;"),
        ('"', "&quot;"),
        ('\'', "&#039;"),
        ('\'', "&#39;"),
        ('\'', "&apos;"),
    ];

    /// <summary>Masks each occurrence, ignoring case.</summary>
    public static string Mask(string text, char[] secret)
    {
        if (!IsUnlikely(secret, out bool isOneWord))
        {
            return text;
        }

        StringBuilder? masked = null;
        int copied = 0;
        for (int at = 0; at < text.Length; at++)
        {
            int end = Match(text, at, secret);
            bool isPart =
                isOneWord && end > 0 && ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])));
            if (end > 0 && !isPart)
            {
                (masked ??= new StringBuilder()).Append(text, copied, at - copied).Append(Redactor.Mask);
                copied = end;
                at = end - 1;
            }
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether a secret is so long or mixed that data will not look like it by chance.</summary>
    public static bool IsUnlikely(string secret) =>
        secret.Length >= ShortestOfOneSort || (secret.Length >= Shortest && IsUnlikely(secret.ToCharArray(), out _));

    private static bool IsUnlikely(char[] secret, out bool isOneWord)
    {
        bool letters = Array.Exists(secret, char.IsLetter);
        bool digits = Array.Exists(secret, char.IsDigit);
        bool others = !Array.TrueForAll(secret, char.IsLetterOrDigit);
        isOneWord = !others && letters != digits;
        return secret.Length >= (isOneWord ? ShortestOfOneSort : Shortest);
    }

    /// <returns>The position after the occurrence; -1 if there is none.</returns>
    private static int Match(string text, int at, char[] secret)
    {
        foreach (char c in secret)
        {
            int length = at >= text.Length ? 0 : MatchOne(text, at, c);
            if (length == 0)
            {
                return -1;
            }

            at += length;
        }

        return at;
    }

    private static int MatchOne(string text, int at, char c)
    {
        if (text[at] == '&')
        {
            foreach ((char character, string entity) in Entities)
            {
                if (character == c && string.Compare(text, at, entity, 0, entity.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return entity.Length;
                }
            }
        }

        if (text[at] == c || char.ToUpperInvariant(text[at]) == char.ToUpperInvariant(c) || (c == ' ' && text[at] == '+'))
        {
            return 1;
        }

        if (text[at] != '%')
        {
            return 0;
        }

        // A character beyond ASCII has several bytes. Half of a surrogate pair has none, and counts as found.
        byte[] bytes = Encoding.UTF8.GetBytes([c]);
        int length = 0;
        foreach (byte one in bytes)
        {
            int here = at + length;
            if (
                here + 2 >= text.Length
                || text[here] != '%'
                || Hex.IndexOf(char.ToUpperInvariant(text[here + 1])) != one >> 4
                || Hex.IndexOf(char.ToUpperInvariant(text[here + 2])) != (one & 15)
            )
            {
                return 0;
            }

            length += 3;
        }

        return length;
    }
}
