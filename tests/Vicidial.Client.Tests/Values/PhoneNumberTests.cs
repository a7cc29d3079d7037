using FsCheck;
using FsCheck.Fluent;
using Vicidial.Client.Errors;
using Vicidial.Client.Values;
using Xunit;

namespace Vicidial.Client.Tests.Values;

public class PhoneNumberTests
{
    private const string Separators = " -.()/+\t\u00A0\u200B\u2009\u2010\u2011\u2013\u2212\uFEFF";

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(5000);

    [Theory]
    [InlineData("7275550142", "7275550142")]
    [InlineData("7275550142.0", "7275550142")]
    [InlineData("7275550143.00", "7275550143")]
    [InlineData("(727) 555-0142", "7275550142")]
    [InlineData("(727)5550142", "7275550142")]
    [InlineData("727.555.0142", "7275550142")]
    [InlineData("727 - 555 - 0142", "7275550142")]
    [InlineData(" 727-555-0142\r\n", "7275550142")]
    [InlineData("727\u00A0555\u20110142", "7275550142")]
    [InlineData("\u200E727\u200B5550142\uFEFF", "7275550142")]
    [InlineData("727\u22125550142", "7275550142")]
    [InlineData("030/1234567", "0301234567")]
    [InlineData("(030) / 1234567-89", "030123456789")]
    [InlineData("01 23 45 67 89", "0123456789")]
    [InlineData("01.23.45.67.89", "0123456789")]
    [InlineData("0 (212) 555 12 34", "02125551234")]
    [InlineData("0044 20 7946 0958", "00442079460958")]
    [InlineData("1-727-555-0144", "17275550144")]
    public void ANumberMayHaveSeparatorsBetweenItsGroups(string text, string digits)
    {
        PhoneNumber number = PhoneNumber.Parse(text);

        Assert.Equal(digits, number.Digits);
        Assert.Null(number.CountryCode);
    }

    [Theory]
    [InlineData("+17275550142", "1", "7275550142")]
    [InlineData("+1 (727) 555-0143", "1", "7275550143")]
    [InlineData("+44 20 7946 0958", "44", "2079460958")]
    [InlineData("+49 (30) 1234567", "49", "301234567")]
    [InlineData("+39 06 1234 5678", "39", "0612345678")]
    [InlineData("+358-40-1234567", "358", "401234567")]
    [InlineData("+7 495 123-45-67", "7", "4951234567")]
    [InlineData("+886\u00A02\u20111234\u20115678", "886", "212345678")]
    public void AnInternationalNumberIsSplitAfterItsCountryCode(string text, string code, string digits)
    {
        PhoneNumber number = PhoneNumber.Parse(text);

        Assert.Equal(code, number.CountryCode);
        Assert.Equal(digits, number.Digits);
    }

    [Theory]
    [InlineData("7275550142.5", "fraction")]
    [InlineData("7275550142.25", "fraction")]
    [InlineData("555012.5", "fraction")]
    [InlineData("(727) 555-0142.0", "decimal")]
    [InlineData("+17275550142.0", "fraction")]
    [InlineData("1-727-555-0144.00", "fraction")]
    [InlineData("7.27E+09", "scientific")]
    [InlineData("7275550142e0", "scientific")]
    [InlineData("727-555-0142/43", "'/'")]
    [InlineData("55512345/55512346", "'/'")]
    [InlineData("0721/5551234/5", "'/'")]
    [InlineData("05551234/05551235", "'/'")]
    [InlineData("5551234,5551235", "','")]
    [InlineData("5551234;5551235", "';'")]
    [InlineData("727-555-0142\n727-555-0143", "line break")]
    [InlineData("7275550142 7275550143", "more than one")]
    [InlineData("5551234 5551235", "more than one")]
    [InlineData("555-1234 555-1235", "more than one")]
    [InlineData("555-1234-555-1235", "more than one")]
    [InlineData("(727) 555-0142 (727) 555-0143", "parentheses")]
    [InlineData("2026-12-24", "date")]
    [InlineData("24.12.2026", "date")]
    [InlineData("12-24-2026", "date")]
    [InlineData("2026.12.24", "date")]
    [InlineData("192.168.10.100", "IPv4")]
    [InlineData("10.0.0.1", "IPv4")]
    [InlineData("727-555-01x2", "'x'")]
    [InlineData("727*5550142", "'*'")]
    [InlineData("'7275550142", "'''")]
    [InlineData("727\u0000550142", "U+0000")]
    [InlineData("727\u0665550142", "U+0665")]
    [InlineData("727\uFF15550142", "U+FF15")]
    [InlineData("727\uE000550142", "U+E000")]
    [InlineData("7275550142\U0001F4DE", "U+1F4DE")]
    [InlineData("-7275550142", "begins")]
    [InlineData("7275550142.", "ends")]
    [InlineData("727--5550142", "'--'")]
    [InlineData("727)5550142", "parentheses")]
    [InlineData("(7275550142)", "ends")]
    [InlineData("+44 (0)20 7946 0958", "0 in parentheses")]
    [InlineData("+(44) 2079460958", "surround the country code")]
    [InlineData("+4(4) 2079460958", "inside the country code")]
    [InlineData("++442079460958", "'+'")]
    [InlineData("44+2079460958", "'+'")]
    [InlineData("+999 1234567", "country code")]
    [InlineData("+44", "nothing follows")]
    [InlineData("+1 727 555 014", "10 more digits")]
    [InlineData("+12345678901234567", "at most 15")]
    [InlineData("", "blank")]
    [InlineData("\u200B \t", "blank")]
    [InlineData("none", "'n'")]
    public void AnythingElseIsRejectedWithItsReason(string text, string reason)
    {
        DialerException failure = Assert.Throws<DialerException>(() => PhoneNumber.Parse(text));

        Assert.Equal("Vicidial.InvalidPhoneNumber", failure.ErrorId);
        Assert.Contains(reason, failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17275550144", true, false)]
    [InlineData("1-727-555-0144", true, true)]
    [InlineData("1 (727) 555-0144", true, true)]
    [InlineData("1 7275550144", true, true)]
    [InlineData("138-1234-5678", true, false)]
    [InlineData("11275550144", false, false)]
    [InlineData("1727555014", false, false)]
    [InlineData("+17275550144", false, false)]
    public void AnExtraOneOfANorthAmericanNumberIsRecognized(string text, bool hasExtraOne, bool hasGroups)
    {
        PhoneNumber number = PhoneNumber.Parse(text);

        Assert.Equal(hasExtraOne, number.HasExtraOne);
        Assert.Equal(hasGroups, number.HasNorthAmericanGroups);
    }

    [Fact]
    public void NoAcceptedTextChangesItsDigits()
    {
        Gen<char> characters = Gen.Frequency(
            (6, Gen.Elements("0123456789".ToCharArray())),
            (3, Gen.Elements(Separators.ToCharArray())),
            (1, ArbMap.Default.GeneratorFor<char>())
        );
        Gen<string> texts = characters.ListOf().Select(list => new string(list.ToArray()));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            if (!PhoneNumber.TryParse(text, out PhoneNumber? number, out _))
            {
                return true;
            }

            string written = string.Concat(text.Where(static c => c is >= '0' and <= '9'));
            string read = number!.CountryCode + number.Digits;
            string trimmed = text.Trim().Trim('\u200B', '\uFEFF', ' ', '\t', '\u00A0', '\u2009');
            return read == written || (System.Text.RegularExpressions.Regex.IsMatch(trimmed, @"^[0-9]+\.0+$") && read == trimmed.Split('.')[0]);
        }).Check(Often);
    }

    [Fact]
    public void NoTwoDifferentNumbersBecomeOne()
    {
        Gen<string> digits = Gen.Choose(6, 15)
            .SelectMany(length => Gen.Elements("0123456789".ToCharArray()).ListOf(length))
            .Select(list => new string(list.ToArray()));
        Gen<string> texts = digits.SelectMany(number =>
            Gen.Choose(0, number.Length).SelectMany(at => Gen.Elements(Separators.ToCharArray()).Select(mark => number.Insert(at, mark.ToString())))
        );

        Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (left, right) =>
        {
            if (!PhoneNumber.TryParse(left, out PhoneNumber? one, out _) || !PhoneNumber.TryParse(right, out PhoneNumber? other, out _))
            {
                return true;
            }

            bool isSame = one!.CountryCode == other!.CountryCode && one.Digits == other.Digits;
            return !isSame || Bare(left) == Bare(right);
        }).Check(Often);
    }

    [Fact]
    public void EveryReasonNamesTheCodePointOfAnInvisibleCharacter()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<char>(), hidden =>
            {
                string text = $"727{hidden}5550142";
                bool isInvisible =
                    char.GetUnicodeCategory(hidden)
                    is System.Globalization.UnicodeCategory.Control
                        or System.Globalization.UnicodeCategory.PrivateUse
                        or System.Globalization.UnicodeCategory.OtherNotAssigned;
                return !isInvisible
                    || PhoneNumber.TryParse(text, out _, out string reason)
                    || reason.Contains("line break", StringComparison.Ordinal)
                    || reason.Contains($"U+{(int)hidden:X4}", StringComparison.Ordinal);
            })
            .Check(Often);
    }

    private static string Bare(string text)
    {
        string trimmed = text.Trim().Trim('\u200B', '\uFEFF');
        string whole = System.Text.RegularExpressions.Regex.IsMatch(trimmed, @"^[0-9]+\.0+$") ? trimmed.Split('.')[0] : trimmed;
        return string.Concat(whole.Where(static c => c is (>= '0' and <= '9') or '+'));
    }
}
