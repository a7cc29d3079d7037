using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Vicidial.Client.Values;

/// <summary>
/// A date as people and files write it: the dialer's format or ISO 8601 first, then the format of the user's culture. The year has four digits. Zero
/// dates, which the dialer exports, mean that there is no date.
/// </summary>
public static class DateText
{
    private static readonly Regex Offset = new(@":\d{2}(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant);
    private static readonly Regex Zero = new(@"^0{4}-00-00(?:[ T]00:00(?::00)?)?$", RegexOptions.CultureInvariant);
    private static readonly Regex Year = new(@"(?<!\d)\d{4}(?!\d)", RegexOptions.CultureInvariant);
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyyMMdd",
    ];

    /// <summary>Whether a text is a date of zeros, which means "no date".</summary>
    public static bool IsZero(string text) => Zero.IsMatch(text.Trim());

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date, in the dialer's local time.</param>
    /// <param name="reason">Why the text is not a date; otherwise empty.</param>
    public static bool TryParse(string text, out DateTime date, out string reason)
    {
        string bare = text.Trim();
        reason = string.Empty;
        date = default;

        // The dialer knows only its own local time. Removing an offset or converting the time would change its meaning.
        if (Offset.IsMatch(bare))
        {
            reason = "it has a UTC offset, but the dialer uses its own local time";
            return false;
        }

        if (DateTime.TryParseExact(bare, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        if (
            !bare.Any(char.IsDigit)
            || !DateTime.TryParse(bare, CultureInfo.CurrentCulture, DateTimeStyles.NoCurrentDateDefault, out date)
            || date.Year == 1
        )
        {
            reason = "it is not a date";
            return false;
        }

        if (!Year.IsMatch(bare))
        {
            reason = "the year needs four digits";
            return false;
        }

        return true;
    }
}
