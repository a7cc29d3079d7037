using System.Text;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

/// <summary>Long lines are read and written in linear time.</summary>
public sealed class JsonLineSpeedTests
{
    [Theory]
    [InlineData("{", "\"a{0}\":1,", "\"z\":1}")]
    [InlineData("{", "\"a{0}\":\"b\",", "\"z\":1}")]
    [InlineData("{", "\"a{0}\":\"b\",", "\"z\":\"\\n\"}")]
    [InlineData("{", "\"a{0}\":\"\\n\",", "\"z\":\"end\"}")]
    [InlineData("{\"fields\":{", "\"a{0}\":\"b\",", "\"z\":\"\\n\"}}")]
    public void A_line_of_a_hundred_thousand_members_is_read_once(string begin, string member, string end)
    {
        string line =
            begin
            + string.Concat(
                Enumerable
                    .Range(0, 100_000)
                    .Select(i =>
                        member.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), System.StringComparison.Ordinal)
                    )
            )
            + end;
        Linear.Run(() =>
        {
            Dictionary<string, string>? read = JsonLine.TryRead(line, "fields", out Dictionary<string, string> inner);
            Assert.Equal(100_001, read!.Count + inner.Count);
        });
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("{")]
    [InlineData("{\"a\":")]
    [InlineData(" ")]
    [InlineData("\":\"")]
    [InlineData("1")]
    public void A_million_characters_of_nonsense_are_read_once(string part)
    {
        foreach (string begin in new[] { string.Empty, "{\"", "{\"a\":", "{\"a\":\"" })
        {
            Linear.Run(() => Assert.Null(JsonLine.TryRead(begin + Linear.Repeat(part), "a", out _)));
        }
    }

    [Fact]
    public void A_hundred_thousand_fields_are_written_once()
    {
        KeyValuePair<string, string>[] fields = Enumerable
            .Range(0, 100_000)
            .Select(i => new KeyValuePair<string, string>($"f{i % 99_999}", "v"))
            .ToArray();
        Linear.Run(() =>
        {
            var text = new StringBuilder();
            new JsonLine(text).AddTexts("fields", fields).End();
            JsonLine.TryRead(text.ToString().TrimEnd('\n'), "fields", out Dictionary<string, string> inner);
            Assert.Equal(99_999, inner.Count);
        });
    }
}
