using Vicidial.Client.Logging;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

public class PseudonymsTests
{
    [Fact]
    public void No_two_numbers_get_the_same_pseudonym_and_none_is_unchanged()
    {
        using var pseudonyms = new Pseudonyms();
        string[] numbers = Enumerable.Range(0, 5000).Select(static i => (7275550000L + i).ToString(CultureInfo.InvariantCulture)).ToArray();
        string[] others = numbers.Select(pseudonyms.Personal).ToArray();
        Assert.Equal(numbers.Length, others.Distinct().Count());
        Assert.All(numbers.Zip(others), static pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.All(others, static other => Assert.Matches("^727[2-9][0-9]{6}$", other));
        Assert.Equal(others, numbers.Select(pseudonyms.Personal));
    }

    [Theory]
    [InlineData("", "^$")]
    [InlineData("0000-00-00", "^0000-00-00$")]
    [InlineData("1961-04-23", "^1961-[01][0-9]-[0-2][0-9]$")]
    [InlineData("12 O'Neil St.", "^[0-9]{2} [A-Z]'[A-Z][a-z]{3} [A-Z][a-z]\\.$")]
    [InlineData("33601", "^[0-9]{5}$")]
    [InlineData("17275551001", "^1727[0-9]{7}$")]
    public void A_pseudonym_has_the_form_of_its_value(string value, string shape)
    {
        using var pseudonyms = new Pseudonyms();
        Assert.Matches(shape, pseudonyms.Personal(value));
    }

    [Theory]
    [InlineData("2026-11-19 10:05:00")]
    [InlineData("20261119100500")]
    [InlineData("1763734982.12345")]
    [InlineData("V1201200000000001021")]
    [InlineData("101")]
    public void Times_and_call_IDs_do_not_change(string text)
    {
        using var pseudonyms = new Pseudonyms();
        Assert.Equal(text, pseudonyms.Numbers(text));
    }

    [Fact]
    public void A_phone_number_in_a_file_name_gets_the_same_pseudonym()
    {
        using var pseudonyms = new Pseudonyms();
        string number = pseudonyms.Personal("7275551001");
        Assert.Equal($"20261119-100500_{number}_1001-all.mp3", pseudonyms.Numbers("20261119-100500_7275551001_1001-all.mp3"));
    }

    [Fact]
    public void Two_traces_have_different_pseudonyms()
    {
        using var first = new Pseudonyms();
        using var second = new Pseudonyms();
        string text = string.Join(" ", Enumerable.Range(0, 20).Select(static i => (7275550000L + i).ToString(CultureInfo.InvariantCulture)));
        Assert.NotEqual(first.Numbers(text), second.Numbers(text));
    }
}
