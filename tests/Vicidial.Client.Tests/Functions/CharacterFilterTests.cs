using Vicidial.Client.Functions;
using Xunit;

namespace Vicidial.Client.Tests.Functions;

public class CharacterFilterTests
{
    private const string Ascii = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    public static TheoryData<string, string> Kept => new()
    {
        { "-", Ascii },
        { "digits", Digits },
        { "digits ,", "," + Digits },
        { "digits -", "-" + Digits },
        { "digits - _", "-" + Digits + "_" },
        { "digits - . _", "-." + Digits + "_" },
        { "digits .", "." + Digits },
        { "digits - .", "-." + Digits },
        { "digits :", Digits + ":" },
        { "digits X", Digits + "X" },
        { "digits space - :", " -" + Digits + ":" },
        { "digits space + - : _", " +-" + Digits + ":_" },
        { "digits - . : _", "-." + Digits + ":_" },
        { "upper-case letters", Upper },
        { "upper-case letters digits", Digits + Upper },
        { "upper-case letters _", Upper + "_" },
        { "upper-case letters digits space -", " -" + Digits + Upper },
        { "letters", Upper + Lower },
        { "letters _", Upper + "_" + Lower },
        { "letters ,", "," + Upper + Lower },
        { "letters space , -", " ,-" + Upper + Lower },
        { "letters digits", Digits + Upper + Lower },
        { "letters digits _", Digits + Upper + "_" + Lower },
        { "letters digits - _", "-" + Digits + Upper + "_" + Lower },
        { "letters digits - _ |", "-" + Digits + Upper + "_" + Lower + "|" },
        { "letters digits , - _ |", ",-" + Digits + Upper + "_" + Lower + "|" },
        { "letters digits - _ . + / =", "+-./" + Digits + "=" + Upper + "_" + Lower },
        { "letters digits # *", "#*" + Digits + Upper + Lower },
        { "letters digits # * + . : _", "#*+." + Digits + ":" + Upper + "_" + Lower },
        { "letters digits space -; + becomes space", " -" + Digits + Upper + Lower },
        { "letters digits space ' - . _; + becomes space", " '-." + Digits + Upper + "_" + Lower },
        { "letters digits space % & + - . / : = ? @ _", " %&+-./" + Digits + ":=?@" + Upper + "_" + Lower },
        { "letters digits space , - . / : ; < = > ? @ [ \\ ] ^ _", " ,-./" + Digits + ":;<=>?@" + Upper + "[\\]^_" + Lower },
        { "N Y n y", "NYny" },
        { "1 Y", "1Y" },
        { "everything except \" ' ;", Without("\"';") },
        { "everything except # ;; + becomes space", Without("#;+") },
        { "everything except \" # ;; + becomes space", Without("\"#;+") },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_filter_keeps_exactly_the_characters_in_its_description(string description, string kept)
    {
        var filter = CharacterFilter.Parse(description);

        Assert.Equal(kept, string.Concat(Ascii.Where(filter.Keeps)));
    }

    [Fact]
    public void Every_description_in_the_catalog_has_text()
    {
        CharacterFilter[] filters = ApiCatalog.GetAll().SelectMany(function => function.Parameters).Select(parameter => parameter.Keeps).ToArray();

        Assert.NotEmpty(filters);
        Assert.All(filters, filter => Assert.Contains(Ascii, filter.Keeps));

        // If the parser read a word as single characters, the filter would keep letters that the description does not mean.
        Assert.All(filters.Where(filter => !filter.Description.Contains("letters", System.StringComparison.Ordinal) && filter.Keeps('e')), filter =>
            Assert.StartsWith("everything", filter.Description, System.StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Letters_of_other_scripts_may_be_kept_if_letters_are_kept()
    {
        var name = CharacterFilter.Parse("letters digits space");
        var code = CharacterFilter.Parse("upper-case letters");

        Assert.False(name.Keeps('ë'));
        Assert.True(name.MayKeep('ë'));
        Assert.False(name.MayKeep('—'));
        Assert.False(code.MayKeep('Ë'));
    }

    [Fact]
    public void Dropped_characters_are_named_once_in_order() => Assert.Equal("&ë|", CharacterFilter.Parse("letters").FindDropped("a&bëc&d|ë"));

    private static string Without(string dropped) => string.Concat(Ascii.Where(c => !dropped.Contains(c)));
}
