using Vicidial.Client.Values;
using Xunit;

namespace Vicidial.Client.Tests.Values;

public class ValueTests
{
    [Theory]
    [InlineData("2026-12-24", "2026-12-24T00:00:00")]
    [InlineData("2026-12-24 10:30", "2026-12-24T10:30:00")]
    [InlineData("2026-12-24T10:30:05", "2026-12-24T10:30:05")]
    [InlineData("20261224", "2026-12-24T00:00:00")]
    [InlineData(" 12/24/2026 ", "2026-12-24T00:00:00")]
    [InlineData("24 Dec 2026", "2026-12-24T00:00:00")]
    public void ADateIsReadInTheFormOfTheDialerAndOfTheUser(string text, string expected)
    {
        Assert.True(Read(text, out DateTime date, out _));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("12/24/45", "four digits")]
    [InlineData("24 Dec 45", "four digits")]
    [InlineData("12/24", "four digits")]
    [InlineData("10:30", "not a date")]
    [InlineData("soon", "not a date")]
    [InlineData("2026-02-30", "not a date")]
    [InlineData("2026-12-24T10:30:00Z", "offset")]
    [InlineData("2026-12-24 10:30:00 +02:00", "offset")]
    public void AnIncompleteDateIsRejected(string text, string reason)
    {
        Assert.False(Read(text, out _, out string why));
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-00-00", true)]
    [InlineData("0000-00-00 00:00:00", true)]
    [InlineData("0000-00-00T00:00:00", true)]
    [InlineData("2000-00-00", false)]
    [InlineData("", false)]
    public void AZeroDateIsReadAsNoDate(string text, bool isZero) => Assert.Equal(isZero, DateText.IsZero(text));

    [Theory]
    [InlineData("5", true, "5")]
    [InlineData("-5", true, "-5")]
    [InlineData(" 101.0 ", true, "101")]
    [InlineData("101.00", true, "101")]
    [InlineData("5.5", false, "5.5")]
    [InlineData("5.", false, "5.")]
    [InlineData("1,000", false, "1,000")]
    [InlineData("1e3", false, "1e3")]
    [InlineData("", false, "")]
    public void AWholeNumberMayEndInADecimalPointAndZeros(string text, bool isNumber, string expected)
    {
        Assert.Equal(isNumber, NumberText.TryReadWhole(text, out string number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Y", true)]
    [InlineData("True", true)]
    [InlineData("1", true)]
    [InlineData("n", false)]
    [InlineData("NO", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("maybe", null)]
    [InlineData("2", null)]
    public void AFlagIsReadInEachOfItsForms(string text, bool? expected) => Assert.Equal(expected, FlagText.Parse(text));

    [Theory]
    [InlineData("NULL", true)]
    [InlineData("null", true)]
    [InlineData("N/A", true)]
    [InlineData("#N/A", true)]
    [InlineData(" - ", true)]
    [InlineData("\\N", true)]
    [InlineData("", false)]
    [InlineData("NA", false)]
    [InlineData("Nullmeier", false)]
    public void AWordForNoValueIsRecognized(string cell, bool expected) => Assert.Equal(expected, AbsentWord.IsLikely(cell));

    [Theory]
    [InlineData("Jos\uFFFD")]
    [InlineData("JosÃ©")]
    [InlineData("MÃ¼ller")]
    [InlineData("itâ€™s")]
    [InlineData("Ð¡ÐµÑ€Ð³ÐµÐ¹")]
    [InlineData("Saint-Ã‰tienne")]
    [InlineData("Å\u0081ukasz")]
    [InlineData("ðŸ˜€")]
    [InlineData("Â£5")]
    [InlineData("J\0o\0s\0e\0")]
    [InlineData("\0T\0a\0m\0p\0a")]
    [InlineData("Tampa\0")]
    public void TextThatWasReadInTheWrongEncodingIsRecognized(string text) => Assert.NotNull(EncodingDamage.Find(text));

    [Theory]
    [InlineData("José Núñez")]
    [InlineData("Très intéressé")]
    [InlineData("«ALCANZÓ»")]
    [InlineData("São Tomé — “ok”")]
    [InlineData("SÃO PAULO")]
    [InlineData("Łukasz Øster")]
    [InlineData("Сергей")]
    [InlineData("محمد")]
    [InlineData("中文 😀")]
    [InlineData("12 °C, ½, £5, €6")]
    [InlineData("Ângela")]
    [InlineData("plain")]
    [InlineData("")]
    public void RealTextIsNotReportedAsDamaged(string text) => Assert.Null(EncodingDamage.Find(text));

    [Theory]
    [InlineData("fist_name", "FirstName")]
    [InlineData("First Name", "FirstName")]
    [InlineData("phone_numer", "phone_number")]
    [InlineData("Comment", "Comments")]
    [InlineData("sttae", "State")]
    [InlineData("Lead Source", null)]
    [InlineData("x", null)]
    public void TheClosestNameIsFound(string name, string? expected)
        => Assert.Equal(expected, ClosestName.Find(name, ["FirstName", "LastName", "phone_number", "Comments", "State", "City"]));

    private static bool Read(string text, out DateTime date, out string reason)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return DateText.TryParse(text, out date, out reason);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
