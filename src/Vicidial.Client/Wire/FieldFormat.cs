using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Wire;

/// <summary>Writes values as the dialer wants them, by the type that the catalog gives a field.</summary>
public static class FieldFormat
{
    private static readonly Regex Offset = new(@":\d{2}(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant);
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyyMMdd",
    ];

    /// <summary>Writes a value for a field.</summary>
    /// <param name="parameter">The field; null for one that the catalog lacks, which is written as plain text.</param>
    /// <param name="value">Text, number, bool, date, or several of them for a list.</param>
    /// <returns>The text to send, or null where the value means "not given".</returns>
    public static string? Write(ApiParameter? parameter, object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case string text:
                return text;
            case bool flag:
                return WriteFlag(parameter, flag);
            case DateTime { Kind: DateTimeKind.Utc } moment when parameter?.Kind == FieldKind.DateAndTime:
                throw new DialerException("InvalidDate", DialerErrorKind.InvalidArgument, $"{moment:O} is a time of UTC, for the field {parameter.Name}: the dialer takes its own local time.");
            case DateTime date:
                return date.ToString(parameter?.Kind == FieldKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            case DateTimeOffset moment:
                throw new DialerException("InvalidDate", DialerErrorKind.InvalidArgument, $"{moment:O} has an offset from UTC: the dialer takes its own local time.");
            case TimeSpan time when parameter?.Kind == FieldKind.WholeNumber:
                return ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            case TimeSpan time:
                return time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
            case IEnumerable several:
                string[] parts = several.Cast<object?>().Select(one => Write(null, one)).Where(one => !string.IsNullOrEmpty(one)).ToArray()!;
                if (parameter is { Separator: not '\0' } list && parts.FirstOrDefault(part => part.Trim(list.Separator).IndexOf(list.Separator) >= 0) is { } torn)
                {
                    throw new DialerException("InvalidIdentifier", DialerErrorKind.InvalidArgument, $"The dialer would take '{torn}' for several values of the field {list.Name}, because it has '{list.Separator}' in it.");
                }

                return parts.Length == 0 ? null : string.Join((parameter is null or { Separator: '\0' } ? ',' : parameter.Separator).ToString(), parts);
            case IFormattable formattable:
                return formattable.ToString(null, CultureInfo.InvariantCulture);
            default:
                return value.ToString();
        }
    }

    /// <summary>
    /// Reads one cell of a sheet as people mean it: blank is "not given"; Y/N, YES/NO, TRUE/FALSE and 1/0 fill a flag; dates
    /// come in the dialer's form or in ISO 8601, then in the form of the user's own culture.
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
            case FieldKind.WholeNumber when text.IndexOf(':') > 0 && TimeSpan.TryParseExact(text, "hh\\:mm\\:ss", CultureInfo.InvariantCulture, out TimeSpan time):
                return Write(parameter, time);
            default:
                return parameter.Kind == FieldKind.Text ? cell : text;
        }
    }

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

        return flag ? "Y" : "N";
    }

    private static string ReadFlag(ApiParameter parameter, string text)
    {
        bool? flag = text.ToUpperInvariant() switch
        {
            "Y" or "YES" or "TRUE" or "1" => true,
            "N" or "NO" or "FALSE" or "0" => false,
            _ => null,
        };
        return flag is { } known
            ? WriteFlag(parameter, known)
            : throw new DialerException("InvalidFlag", DialerErrorKind.InvalidArgument, $"'{text}' is neither yes nor no, in the field {parameter.Name}.");
    }

    private static string ReadDate(ApiParameter parameter, string text)
    {
        // NOW and nDAYS are words of the dialer's own.
        if (parameter.Kind == FieldKind.DateAndTime
            && (text == "NOW" || (text.Length > 4 && text.EndsWith("DAYS", StringComparison.Ordinal) && text.Substring(0, text.Length - 4).All(char.IsDigit))))
        {
            return text;
        }

        // The dialer knows its own local time only: an offset that is dropped, or turned into another clock's time, would lie.
        if (Offset.IsMatch(text))
        {
            throw new DialerException("InvalidDate", DialerErrorKind.InvalidArgument, $"'{text}' has an offset from UTC, in the field {parameter.Name}: the dialer takes its own local time.");
        }

        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            || DateTime.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out date))
        {
            return Write(parameter, date)!;
        }

        throw new DialerException("InvalidDate", DialerErrorKind.InvalidArgument, $"'{text}' is no date, in the field {parameter.Name}.");
    }
}
