namespace Vicidial.Client.Events;

/// <summary>Requests without information that agent screens send once a second for each waiting agent.</summary>
internal static class EventNoise
{
    private const string Event = "=agent_alert";
    private const string Message = "=CHECK-FOR-CALL";
    private const string Word = "COMPLETE";

    /// <summary>
    /// Whether a request is noise. This is checked first, because there can be hundreds of these requests a second. The names of the fields are up to
    /// the URL.
    /// </summary>
    /// <param name="target">The request target.</param>
    /// <param name="body">The form body.</param>
    public static bool Is(string target, string body) => Has(body) || Has(target);

    private static bool Has(string text)
    {
        int message = text.IndexOf(Message, StringComparison.Ordinal);
        int alert = message < 0 ? -1 : text.IndexOf(Event, StringComparison.Ordinal);
        if (alert < 0 || (alert + Event.Length < text.Length && text[alert + Event.Length] != '&'))
        {
            return false;
        }

        int word = message + Message.Length;
        word += string.CompareOrdinal(text, word, "%20", 0, 3) == 0 ? 3 : 1;
        return string.CompareOrdinal(text, word, Word, 0, Word.Length) == 0;
    }
}
