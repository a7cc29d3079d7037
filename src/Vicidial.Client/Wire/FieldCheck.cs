using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Values;

namespace Vicidial.Client.Wire;

/// <summary>
/// Checks a value before it is sent. Values that the dialer would silently cut, limit, or misread are rejected. <see cref="Text.TextRules"/> checks
/// the characters of free text.
/// </summary>
public static class FieldCheck
{
    private const string CodeField = "phone_code";
    private const int OldestBirth = 1850;
    private const int FewestDigits = 6;
    private static readonly Regex Scientific = new(@"^[0-9]+(?:[.,][0-9]+)?[Ee]\+?[0-9]+$", RegexOptions.CultureInvariant);

    /// <summary>Checks a value against the catalog's description of its field.</summary>
    /// <param name="parameter">The field.</param>
    /// <param name="value">The text to be sent. A word of a fixed set is returned as the dialer writes it.</param>
    /// <exception cref="DialerException">The dialer would act on another value than the one given.</exception>
    public static void Check(ApiParameter parameter, ref string value)
    {
        // A special word, such as ---ALL---, does not follow the rules for other values.
        if (parameter.Kind == FieldKind.Text && parameter.Allowed.Count > 0 && parameter.Allowed.Contains(value))
        {
            return;
        }

        if (parameter.IsDidPattern)
        {
            value = ReadDidPatterns(parameter, value);
        }
        else if (parameter.Name == CodeField)
        {
            value = ReadCode(value);
        }

        // Phone numbers are converted after the whole request is known, because the country code is another field.
        if (parameter.IsPhoneNumber || (parameter.IsDialString && !value.Any(static c => c is '*' or '#' || char.IsLetter(c))))
        {
            return;
        }

        if (parameter.MaximumLength is { } maximum && value.Length > maximum && parameter.Kind != FieldKind.List)
        {
            throw Refuse(
                "ValueTooLong",
                $"{FieldLabels.AtStart(parameter.Label)} can have {maximum} characters, but {Quote(parameter, value)} has {value.Length}."
            );
        }

        if (parameter.MinimumLength is { } minimum && value.Length < minimum)
        {
            throw Refuse(
                "ValueTooShort",
                $"The dialer ignores {Quote(parameter, value)} in {parameter.Label}, because it requires {minimum} characters or more."
            );
        }

        switch (parameter.Kind)
        {
            case FieldKind.Date when parameter.Name == FieldFormat.BirthField && IsInFuture(value):
                throw Refuse("InvalidDate", $"'{Shorten(value)}' in {parameter.Label} is in the future.");
            case FieldKind.Date
                when parameter.Name == FieldFormat.BirthField && DateText.TryParse(value, out DateTime birth, out _) && birth.Year < OldestBirth:
                throw Refuse("InvalidDate", $"'{Shorten(value)}' in {parameter.Label} is before the year {OldestBirth}.");
            case FieldKind.WholeNumber when !IsWholeNumber(value):
                throw Refuse("InvalidNumber", $"'{Shorten(value)}' in {parameter.Label} is not a whole number.");
            case FieldKind.WholeNumber when value[0] is '-' or '+' && !parameter.Keeps.Keeps(value[0]):
                throw Refuse("InvalidNumber", $"'{Shorten(value)}' in {parameter.Label} has a sign, which the dialer does not accept.");
            case FieldKind.WholeNumber when !IsInRange(parameter, long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)):
                throw Refuse(
                    "ValueOutOfRange",
                    $"{value} in {parameter.Label} is not between {parameter.Smallest} and {parameter.Largest}."
                );
            case FieldKind.DecimalNumber when !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                throw Refuse("InvalidNumber", $"'{Shorten(value)}' in {parameter.Label} is not a number.");
            case FieldKind.DecimalNumber when !IsInRange(parameter, decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture)):
                throw Refuse(
                    "ValueOutOfRange",
                    $"{value} in {parameter.Label} is not between {parameter.Smallest} and {parameter.Largest}."
                );
            case FieldKind.YesNo or FieldKind.Choice when parameter.Allowed.Count > 0:
                value = FindChoice(parameter, value);
                break;
            case FieldKind.List when parameter.Allowed.Count > 0:
                value = string.Join(parameter.Separator.ToString(), SplitChoices(parameter, value));
                break;
        }

        // How free text is stored depends on the dialer: Text/TextRules checks it when the release is known.
        string dropped = parameter.Keeps.FindDropped(value);
        if (dropped.Length == 0 || (!parameter.IsIdentifier && parameter.Kind == FieldKind.Text))
        {
            return;
        }

        if (parameter.Kind is FieldKind.WholeNumber or FieldKind.DecimalNumber)
        {
            throw Refuse("InvalidNumber", $"'{Shorten(value)}' in {parameter.Label} has a character that the dialer does not accept.");
        }

        // Which characters of a password these are is part of the password.
        string which = Redactor.IsSecretField(parameter.Name) ? "some characters" : $"the characters '{dropped}'";
        throw Refuse(
            "InvalidIdentifier",
            $"The dialer drops {which} in {parameter.Label}, so it would use a different value than {Quote(parameter, value)}."
        );
    }

    private static string ReadDidPatterns(ApiParameter parameter, string value) =>
        string.Join(",", value.Split(',').Select(one => ReadDidPattern(parameter, one)));

    /// <summary>A pattern without what a spreadsheet adds to a number. Any other text with a dot can be the name of a DID.</summary>
    private static string ReadDidPattern(ApiParameter parameter, string pattern)
    {
        if (Scientific.IsMatch(pattern.Trim()))
        {
            throw Refuse(
                "InvalidPhoneNumber",
                $"'{Shorten(pattern)}' in {parameter.Label} is a number in scientific notation, so digits were lost."
            );
        }

        return NumberText.IsWholeWithZeros(pattern) && pattern.Trim().IndexOf('.') is >= FewestDigits and var dot
            ? pattern.Trim().Substring(0, dot)
            : pattern;
    }

    /// <summary>A country code without the + that people write before it.</summary>
    private static string ReadCode(string value)
    {
        string code = value.Trim();
        code = code.Length > 1 && code[0] == '+' ? code.Substring(1) : code;
        return PhoneNumber.IsPlain(code) ? code : value;
    }

    private static IEnumerable<string> SplitChoices(ApiParameter parameter, string value)
        => value.Split(parameter.Separator).Select(one => FindChoice(parameter, one));

    /// <summary>The value as the dialer writes it.</summary>
    private static string FindChoice(ApiParameter parameter, string value)
    {
        string word = value.ToUpperInvariant();
        foreach (string allowed in parameter.Allowed)
        {
            if (string.Equals(allowed, word, StringComparison.OrdinalIgnoreCase))
            {
                return allowed;
            }

            // "*30DAY" means each of the other values, followed by 30DAY.
            if (allowed.StartsWith("*", StringComparison.Ordinal) && word.EndsWith(allowed.Substring(1), StringComparison.Ordinal)
                && parameter.Allowed.Contains(word.Substring(0, word.Length - allowed.Length + 1)))
            {
                return word;
            }
        }

        throw Refuse(
            "InvalidChoice",
            $"'{Shorten(value)}' is not one of the values of {parameter.Label}: "
                + $"{string.Join(", ", parameter.Allowed.Where(static one => one.Length > 0))}."
        );
    }

    // In another time zone, it may already be tomorrow.
    private static bool IsInFuture(string value)
        => DateText.TryParse(value, out DateTime date, out _) && date > DateTime.UtcNow.AddDays(1);

    private static bool IsWholeNumber(string value)
        => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsInRange(ApiParameter parameter, decimal number)
        => parameter.Smallest is null || (number >= parameter.Smallest && number <= parameter.Largest);

    private static string Quote(ApiParameter parameter, string value) =>
        Redactor.IsSecretField(parameter.Name) ? "the one you gave" : $"'{Shorten(value)}'";

    private static string Shorten(string value) => value.Length <= 60 ? value : value.Substring(0, 57) + "…";

    private static DialerException Refuse(string errorId, string message) => new(errorId, DialerErrorKind.InvalidArgument, message);
}
