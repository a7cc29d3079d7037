using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Values;

/// <summary>
/// A phone number as people and files write it. Groups of digits can have separators: any spaces, any hyphens, dots, parentheses around an area code,
/// and one slash after an area code that begins with 0. <c>7275550142.0</c>, as spreadsheets write numbers, is <c>7275550142</c>. A number that
/// begins with <c>+</c> is split into its country code and the rest. Everything else is rejected, because the dialer would store and dial a different
/// number.
/// </summary>
public sealed class PhoneNumber
{
    /// <summary>The most digits of a number with its country code (ITU-T E.164).</summary>
    internal const int MostInternationalDigits = 15;

    private const int NorthAmericanDigits = 10;

    internal PhoneNumber(string? countryCode, string digits, bool hasNorthAmericanGroups)
    {
        CountryCode = countryCode;
        Digits = digits;
        HasNorthAmericanGroups = hasNorthAmericanGroups;
    }

    /// <summary>The country code of a number that was written with <c>+</c>; otherwise null.</summary>
    public string? CountryCode { get; }

    /// <summary>The digits, without the country code if the number was written with <c>+</c>.</summary>
    public string Digits { get; }

    /// <summary>
    /// Whether the number is one of North America with the 1 in front, such as <c>17275550142</c>. No area code begins with 1, so
    /// with the country code 1 that digit is one too many.
    /// </summary>
    public bool HasExtraOne
        => CountryCode is null && Digits.Length == NorthAmericanDigits + 1 && Digits[0] == '1' && Digits[1] is >= '2' and <= '9';

    /// <summary>Whether the number is written in the groups of North America with the 1 in front, such as <c>1-727-555-0142</c>.</summary>
    public bool HasNorthAmericanGroups { get; }

    /// <summary>Reads a number.</summary>
    /// <exception cref="DialerException">The text is not one phone number.</exception>
    public static PhoneNumber Parse(string text)
        => TryParse(text, out PhoneNumber? number, out string reason)
            ? number!
            : throw new DialerException(
                "InvalidPhoneNumber",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' is not a phone number: {reason}."
            );

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; null if the text is not one.</param>
    /// <param name="reason">Why it is not one; otherwise empty.</param>
    public static bool TryParse(string text, out PhoneNumber? number, out string reason)
    {
        number = null;
        reason = string.Empty;
        if (text.Length > 0 && IsPlain(text))
        {
            number = new PhoneNumber(null, text, hasNorthAmericanGroups: false);
            return true;
        }

        PhoneNumberText scanned = PhoneNumberText.Scan(text);
        if (scanned.Problem is { } problem)
        {
            reason = problem;
            return false;
        }

        if (!scanned.IsInternational)
        {
            number = new PhoneNumber(null, scanned.Digits, scanned.HasNorthAmericanGroups);
            return true;
        }

        return TrySplit(scanned, out number, out reason);
    }

    /// <summary>Whether a text has only digits and what people write between them, and as many digits as a phone number.</summary>
    public static bool IsLikely(string text) => PhoneNumberText.IsLikely(text);

    /// <inheritdoc/>
    public override string ToString() => CountryCode is null ? Digits : $"+{CountryCode} {Digits}";

    internal static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySplit(PhoneNumberText scanned, out PhoneNumber? number, out string reason)
    {
        number = null;
        reason = string.Empty;
        if (scanned.Digits.Length > MostInternationalDigits)
        {
            reason = string.Format(
                CultureInfo.InvariantCulture,
                "it has {0} digits, but an international number has at most {1}",
                scanned.Digits.Length,
                MostInternationalDigits
            );
        }
        else if (CountryCodes.FindIn(scanned.Digits) is not { } code)
        {
            reason = "no country code begins with these digits";
        }
        else if (scanned.BracketAt is > 0 and var at && at < code.Length)
        {
            reason = "a parenthesis is inside the country code";
        }
        else if (code == CountryCodes.NorthAmerica && scanned.Digits.Length != NorthAmericanDigits + code.Length)
        {
            reason = $"a number with the country code 1 has {NorthAmericanDigits} more digits";
        }
        else if (scanned.Digits.Length == code.Length)
        {
            reason = "nothing follows the country code";
        }
        else
        {
            number = new PhoneNumber(code, scanned.Digits.Substring(code.Length), hasNorthAmericanGroups: false);
            return true;
        }

        return false;
    }
}
