using System;
using System.Collections.Generic;
using System.Linq;
using VicidialPS.Connections;

namespace VicidialPS.Binding;

/// <summary>
/// Days by name, by the clock of the default connection's dialer: its today can be this computer's tomorrow. Without a connection,
/// or if the dialer does not tell its offset from UTC, this computer's clock is used.
/// </summary>
internal static class DayWord
{
    private static readonly (string Word, int Days)[] Words = [("Today", 0), ("Yesterday", -1)];

    /// <summary>The words, and the day that each means now.</summary>
    public static IEnumerable<(string Word, DateTime Day)> All
    {
        get
        {
            DateTime now = Now();
            return Words.Select(one => (one.Word, now.Date.AddDays(one.Days)));
        }
    }

    /// <summary>The day that a word means, or null if the word is not a day name.</summary>
    public static DateTime? Find(string text)
        => Words.Any(one => IsMeant(one.Word, text)) ? All.First(one => IsMeant(one.Word, text)).Day : null;

    private static bool IsMeant(string word, string text) => string.Equals(word, text.Trim(), StringComparison.OrdinalIgnoreCase);

    private static DateTime Now()
        => VicidialSession.Current.Default is { UtcOffset: { } offset } dialer
            ? dialer.Client.Time.UtcNow.ToOffset(offset).DateTime
            : DateTimeOffset.Now.DateTime;
}
