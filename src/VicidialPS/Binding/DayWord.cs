using VicidialPS.Connections;

namespace VicidialPS.Binding;

/// <summary>
/// Days by name, by the clock of a dialer. The dialer's today can be this computer's tomorrow. When PowerShell reads a parameter, the connection is
/// not known yet, so the value is the day of the default connection, with a mark that <see cref="NamedDays"/> finds. Without a connection, or if the
/// dialer does not report its offset from UTC, this computer's clock is used.
/// </summary>
internal static class DayWord
{
    private static readonly (string Word, int Days)[] Words = [("Today", 0), ("Yesterday", -1)];

    /// <summary>The words, and the day that each means now on the default connection.</summary>
    public static IEnumerable<(string Word, DateTime Day)> All
    {
        get
        {
            DateTime now = Now();
            return Words.Select(one => (one.Word, now.Date.AddDays(one.Days)));
        }
    }

    /// <summary>The day that a word means, with the mark of the word; or null if the text is not a day name.</summary>
    public static DateTime? Find(string text)
    {
        int word = Array.FindIndex(Words, one => string.Equals(one.Word, text.Trim(), StringComparison.OrdinalIgnoreCase));

        // Dialers have whole seconds, so the last ticks of a time are free for the mark.
        return word < 0 ? null : Now().Date.AddDays(Words[word].Days).AddTicks(word + 1);
    }

    /// <summary>Whether a value was typed as a word.</summary>
    public static bool IsNamed(DateTime value) => FindWord(value) >= 0;

    /// <summary>The day that a marked value means.</summary>
    /// <param name="value">The value, which must be named.</param>
    /// <param name="today">The current day of the dialer.</param>
    public static DateTime Read(DateTime value, DateTime today) => today.Date.AddDays(Words[FindWord(value)].Days);

    private static int FindWord(DateTime value)
    {
        long mark = value.TimeOfDay.Ticks - 1;
        return mark >= 0 && mark < Words.Length ? (int)mark : -1;
    }

    private static DateTime Now()
        => VicidialSession.Current.Default is { UtcOffset: { } offset } dialer
            ? dialer.Client.Time.UtcNow.ToOffset(offset).DateTime
            : DateTimeOffset.Now.DateTime;
}
