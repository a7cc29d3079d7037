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
    private const int YearDigits = 4;
    private static readonly Regex TimeOfDay = new(@"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?", RegexOptions.CultureInvariant);
    private static readonly Regex Digits = new(@"\d+", RegexOptions.CultureInvariant);
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

        if (date.Day == 1 && !NamesDay(bare))
        {
            reason = "the day is missing";
            return false;
        }

        return true;
    }

    /// <summary>Whether a value is a DateOnly, a type that the older .NET runtimes do not have.</summary>
    public static bool IsDateOnly(object value) => value.GetType().FullName == "System.DateOnly";

    /// <summary>The date of a DateOnly.</summary>
    public static DateTime ReadDateOnly(IFormattable value)
        => DateTime.ParseExact(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether a text that was read as the first of a month contains the day. .NET also reads "12-1945" and "May 1945" as the first.
    /// </summary>
    private static bool NamesDay(string text)
    {
        string date = TimeOfDay.Replace(text, " ");
        string[] groups = Digits.Matches(date)
            .Cast<Match>()
            .Select(static match => match.Value)
            .Where(static group => group.Length < YearDigits)
            .ToArray();
        return groups.Length > 1 || (groups.Length == 1 && date.Any(char.IsLetter) && groups[0].TrimStart('0') == "1");
    }
}
