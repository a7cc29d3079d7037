using System.Text;
using System.Text.Json;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class JsonLineTests
{
    public static TheoryData<string> Texts =>
        [
            string.Empty,
            "plain",
            "say \"hello\"",
            "back\\slash",
            "\\\"",
            "\\u0041",
            "a\r\nb\tc\bd\fe",
            "Zoë čeština 한국어",
            "😀",
            "\u2028\u2029\u0085\ufeff\u007f",
            "{\"a\":1}",
            " a ",
            "</script>",
            new string(Enumerable.Range(0, 0x20).Select(c => (char)c).ToArray()),
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_back_unchanged_and_other_readers_agree(string text)
    {
        string line = Write(json => json.Add("a", text).Add("b", "next"));

        Assert.Equal(("\n", 1), (line[^1..], line.Count(c => c == '\n')));
        Assert.Equal((text, "next"), (Read(line)!["a"], Read(line)!["b"]));
        using JsonDocument other = JsonDocument.Parse(line);
        Assert.Equal(text, other.RootElement.GetProperty("a").GetString());
    }

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ude00')]
    public void Half_a_surrogate_pair_is_read_back_after_UTF8_encoding(char half)
    {
        string text = "a" + half + "b";
        string line = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Write(json => json.Add("a", text))));

        Assert.Equal(text, Read(line)!["a"]);
    }

    [Fact]
    public void Any_characters_in_any_order_are_read_back_unchanged()
    {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++)
        {
            string text = new(
                Enumerable.Range(0, random.Next(30)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x80))).ToArray()
            );
            string line = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Write(json => json.Add("a", text))));
            Assert.Equal(text, Read(line)!["a"]);
        }
    }

    [Fact]
    public void Numbers_times_and_null_are_written()
    {
        string line = Write(json =>
            json.Add("n", long.MinValue).Add("none", null).Add("at", new DateTimeOffset(2026, 11, 20, 14, 0, 0, 7, TimeSpan.FromHours(2)))
        );

        Assert.Equal("{\"n\":-9223372036854775808,\"at\":\"2026-11-20T12:00:00.007Z\"}\n", line);
    }

    [Fact]
    public void Another_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NegativeSign = "~";
            foreign.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(
                "{\"n\":-12,\"at\":\"2026-11-20T12:00:00.000Z\"}\n",
                Write(json => json.Add("n", -12).Add("at", new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)))
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData(" { \"a\" : \"x\" , \"b\" : -1.5e3 , \"c\" : true } \r", "a=x b=-1.5e3 c=true")]
    [InlineData("{\"a\":null,\"b\":false}", "b=false")]
    [InlineData("{\"a\":\"\\/\\u00e9\\b\"}", "a=/é\b")]
    [InlineData("{\"a\":1,\"a\":2}", "a=2")]
    [InlineData("{\"a\\\"b\":1}", "a\"b=1")]
    public void Other_writers_lines_are_read(string line, string values)
        => Assert.Equal(values, string.Join(" ", Read(line)!.Select(pair => pair.Key + "=" + pair.Value)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0\0\0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{,\"a\":1}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1}x")]
    [InlineData("{\"a\":1}{\"a\":1}")]
    [InlineData("{\"a\":{}}")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":abc}")]
    [InlineData("{\"a\":12abc}")]
    [InlineData("{\"a\":-}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":-Infinity}")]
    [InlineData("{\"a\":\"x}")]
    [InlineData("{\"a\":\"x\\\"}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12\"}")]
    [InlineData("{\"a\":\"\\u 123\"}")]
    [InlineData("{\"a\":\"\\")]
    public void Text_that_is_not_a_flat_object_is_rejected(string line) => Assert.Null(Read(line));

    [Fact]
    public void A_cut_line_is_never_read_as_a_complete_one()
    {
        string line = Write(json => json.Add("row", 12).Add("key", "a\"\\\n}").Add("at", default(DateTimeOffset))).TrimEnd('\n');

        Assert.All(Enumerable.Range(0, line.Length), length => Assert.Null(Read(line[..length])));
        Assert.NotNull(Read(line));
    }

    private static Dictionary<string, string>? Read(string line) => JsonLine.TryRead(line.TrimEnd('\n'));

    private static string Write(Action<JsonLine> add)
    {
        var text = new StringBuilder();
        var line = new JsonLine(text);
        add(line);
        line.End();
        return text.ToString();
    }
}
