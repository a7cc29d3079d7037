using System.Collections;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Values;

namespace Vicidial.Client.Wire;

/// <summary>Formats values for the dialer, by the type of the field in the catalog.</summary>
public static class FieldFormat
{
    internal const string BirthField = "date_of_birth";

    /// <summary>Writes a value for a field.</summary>
    /// <param name="parameter">The field; null for one that the catalog does not have, which is written as plain text.</param>
    /// <param name="value">Text, number, bool, date, or several of them for a list.</param>
    /// <returns>The text to send, or null if the value means "not given".</returns>
    public static string? Write(ApiParameter? parameter, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                return null;
            case string text:
                return text;
            case bool flag:
                return WriteFlag(parameter, flag);
            case DateTime { Kind: DateTimeKind.Utc } moment when parameter?.Kind == FieldKind.DateAndTime:
                throw new DialerException(
                    "InvalidDate",
                    DialerErrorKind.InvalidArgument,
                    $"{moment:O} in {parameter.Label} is in UTC, but the dialer uses its own local time."
                );
            // A time of day comes from a conversion between time zones, which can also have changed the day.
            case DateTime birth when parameter?.Name == BirthField && birth.TimeOfDay != TimeSpan.Zero:
                throw new DialerException(
                    "InvalidDate",
                    DialerErrorKind.InvalidArgument,
                    $"'{birth:yyyy-MM-dd HH:mm:ss}' in {parameter.Label} has a time of day, so it may be the day before or after the real one."
                );
            case DateTime date:
                return date.ToString(parameter?.Kind == FieldKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            case DateTimeOffset moment:
                throw new DialerException(
                    "InvalidDate",
                    DialerErrorKind.InvalidArgument,
                    $"{moment:O} has a UTC offset, but the dialer uses its own local time."
                );
            case TimeSpan time when parameter?.Kind == FieldKind.WholeNumber:
                return ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            case TimeSpan time:
                return time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
            case IDictionary:
                throw new DialerException(
                    "InvalidCell",
                    DialerErrorKind.InvalidArgument,
                    "One text, number, date or flag is expected, and a table was given"
                        + (parameter is null ? "." : $", for {parameter.Label}.")
                );
            case IEnumerable several:
                string[] parts = several.Cast<object?>().Select(one => Write(null, one)).Where(one => !string.IsNullOrEmpty(one)).ToArray()!;
                if (
                    parameter is { Separator: not '\0' } list
                    && parts.FirstOrDefault(part => part.Trim(list.Separator).IndexOf(list.Separator) >= 0) is { } torn
                )
                {
                    throw new DialerException(
                        "InvalidIdentifier",
                        DialerErrorKind.InvalidArgument,
                        $"The dialer would treat '{torn}' as several values of {list.Label}, because it contains '{list.Separator}'."
                    );
                }

                return parts.Length == 0
                    ? null
                    : string.Join((parameter is null or { Separator: '\0' } ? ',' : parameter.Separator).ToString(), parts);
            case IFormattable day when DateText.IsDateOnly(day) && parameter?.Kind is FieldKind.Date or FieldKind.DateAndTime:
                return Write(parameter, DateText.ReadDateOnly(day));
            // A spreadsheet stores a date as a number of days, and the dialer would store no date for that number.
            case IFormattable number when parameter?.Kind is FieldKind.Date or FieldKind.DateAndTime:
                throw new DialerException(
                    "InvalidDate",
                    DialerErrorKind.InvalidArgument,
                    $"{number.ToString(null, CultureInfo.InvariantCulture)} in {parameter.Label} is a number, not a date."
                );
            case IFormattable formattable:
                return formattable.ToString(null, CultureInfo.InvariantCulture);
            default:
                return value.ToString();
        }
    }

    /// <summary>
    /// Reads one cell of a sheet as people mean it: a blank one and a zero date are "not given"; flags, dates and numbers are read
    /// by the grammars of <see cref="FlagText"/>, <see cref="DateText"/> and <see cref="NumberText"/>.
    /// </summary>
    /// <returns>The text to send, or null for "not given".</returns>
    /// <exception cref="DialerException">The cell cannot be read as the field's type.</exception>
    public static string? ReadCell(ApiParameter parameter, string cell)
    {
        string text = cell.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        switch (parameter.Kind)
        {
            case FieldKind.YesNo:
                return ReadFlag(parameter, text);
            case FieldKind.Choice when IsFlag(parameter):
                return ReadFlag(parameter, text);
            case FieldKind.Date:
            case FieldKind.DateAndTime:
                return ReadDate(parameter, text);
            case FieldKind.WholeNumber
                when text.IndexOf(':') > 0 && TimeSpan.TryParseExact(text, "hh\\:mm\\:ss", CultureInfo.InvariantCulture, out TimeSpan time):
                return Write(parameter, time);
            case FieldKind.WholeNumber:
                // Text that is not a number is rejected later, in the check of the field.
                return NumberText.TryReadWhole(text, out string number) ? number : text;
            default:
                return parameter.Kind == FieldKind.Text ? cell : text;
        }
    }

    /// <summary>
    /// Removes the zeros that a spreadsheet writes after the decimal point of a whole number, if the dialer would drop only the point: <c>33601.0</c>
    /// would become 336010.
    /// </summary>
    public static string DropZeros(ApiParameter parameter, string text) =>
        parameter.Kind == FieldKind.Text
        && !parameter.IsPhoneNumber
        && !parameter.IsDialString
        && !parameter.Keeps.Keeps('.')
        && NumberText.IsWholeWithZeros(text)
            ? text.Trim().Substring(0, text.Trim().IndexOf('.'))
            : text;

    /// <summary>Whether a field with a fixed set of values is a plain yes or no.</summary>
    internal static bool IsFlag(ApiParameter parameter)
        => parameter.Kind == FieldKind.YesNo
            || (parameter.Allowed.Count == 2 && parameter.Allowed.All(word => word is "Y" or "N" or "YES" or "NO" or "1" or "0"));

    private static string WriteFlag(ApiParameter? parameter, bool flag)
    {
        foreach (string allowed in parameter?.Allowed ?? [])
        {
            if (flag ? allowed is "Y" or "YES" or "1" : allowed is "N" or "NO" or "0")
            {
                return allowed;
            }
        }

        return parameter is null or { Kind: FieldKind.YesNo }
            ? flag ? "Y" : "N"
            : throw new DialerException(
                "InvalidCell",
                DialerErrorKind.InvalidArgument,
                $"{flag} is a flag, and {parameter.Label} takes another kind of value."
            );
    }

    private static string ReadFlag(ApiParameter parameter, string text)
        => FlagText.Parse(text) is { } flag
            ? WriteFlag(parameter, flag)
            : throw new DialerException(
                "InvalidFlag",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' in {parameter.Label} is neither yes nor no."
            );

    private static string? ReadDate(ApiParameter parameter, string text)
    {
        // NOW and nDAYS are special words of the dialer.
        if (
            parameter.Kind == FieldKind.DateAndTime
            && (
                text == "NOW"
                || (text.Length > 4 && text.EndsWith("DAYS", StringComparison.Ordinal) && text.Substring(0, text.Length - 4).All(char.IsDigit))
            )
        )
        {
            return text;
        }

        if (DateText.IsZero(text))
        {
            return null;
        }

        return DateText.TryParse(text, out DateTime date, out string reason)
            ? Write(parameter, date)!
            : throw new DialerException(
                "InvalidDate",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' is not valid in {parameter.Label}: {reason}."
            );
    }
}
