using System.Text;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class FormEncodingTests
{
    [Fact]
    public void Every_character_is_read_back_unchanged()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            if (!char.IsSurrogate((char)c))
            {
                string text = $"a{(char)c}b";
                Assert.Equal(text, Uri.UnescapeDataString(Encode("n", text)[2..]));
            }
        }
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("a😀b👨‍👩‍👧c")]
    [InlineData("\U0010FFFF\U00010000")]
    public void Pairs_of_surrogates_are_one_character(string text)
    {
        string encoded = Encode("n", text);

        Assert.Equal(text, Uri.UnescapeDataString(encoded[2..]));
        Assert.DoesNotContain("%EF%BF%BD", encoded, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_pair_is_replaced_and_does_no_harm()
    {
        // Not data of a theory, because a test runner does not preserve half a pair.
        foreach (string text in new[] { "\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D" })
        {
            string decoded = Uri.UnescapeDataString(Encode("n", text)[2..]);

            Assert.Equal(text.Length, decoded.Length);
            Assert.Contains('\uFFFD', decoded);
        }
    }

    [Theory]
    [InlineData("a|b", "a%7Cb")]
    [InlineData("a&b=c+d%e", "a%26b%3Dc%2Bd%25e")]
    [InlineData("two words", "two%20words")]
    [InlineData("line\r\nbreak\t", "line%0D%0Abreak%09")]
    [InlineData("Zoë", "Zo%C3%AB")]
    [InlineData("AZaz09-_.~", "AZaz09-_.~")]
    [InlineData("!'()*", "%21%27%28%29%2A")]
    public void All_characters_except_letters_digits_and_four_symbols_are_escaped(string text, string expected)
    {
        Assert.Equal("n=" + expected, Encode("n", text));
        Assert.Equal(expected + "=v", Encode(text, "v"));
    }

    [Fact]
    public void Fields_keep_their_order_even_if_some_are_empty()
    {
        byte[] bytes = FormEncoding.Encode([new("b", "1"), new("a", string.Empty), new("b", "2")]);

        Assert.Equal("b=1&a=&b=2", Encoding.ASCII.GetString(bytes));
    }

    [Fact]
    public void Long_values_grow_the_buffer()
    {
        string text = string.Concat(Enumerable.Repeat("é|x", 5000));

        Assert.Equal(text, Uri.UnescapeDataString(Encode("n", text)[2..]));
    }

    [Fact]
    public void The_encoded_length_of_each_character_is_the_length_that_is_written()
    {
        var buffer = new byte[3];
        for (char c = (char)0; c < 128; c++)
        {
            int written = FormEncoding.Encode(c, buffer, 0);

            Assert.Equal(FormEncoding.EncodedLength(c), written);
            Assert.Equal(c.ToString(), Uri.UnescapeDataString(Encoding.ASCII.GetString(buffer, 0, written)));
        }
    }

    private static string Encode(string name, string value) => Encoding.ASCII.GetString(FormEncoding.Encode([KeyValuePair.Create(name, value)]));
}
