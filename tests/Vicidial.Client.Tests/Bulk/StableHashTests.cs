using Vicidial.Client.Bulk;
using Xunit;

namespace Vicidial.Client.Tests.Bulk;

public class StableHashTests
{
    // Journals and parts of loads of earlier releases depend on these figures, so they never change.
    [Theory]
    [InlineData("", 0x0992e16d4af04425UL)]
    [InlineData("7275551111", 0x4783f66bda3ca40cUL)]
    [InlineData("Zoë", 0x4d08cf5e330c4396UL)]
    [InlineData("\ud83d\ude00", 0x534ee1ff401f136eUL)]
    public void The_hash_of_a_text_never_changes(string text, ulong hash) => Assert.Equal(hash.ToString("x16"), StableHash.Of(text).ToString("x16"));

    [Fact]
    public void The_hash_of_several_texts_never_changes() =>
        Assert.Equal("4c26e69fa132cb2c", Of("phone_number", "7275551111", "list_id", "101").ToString("x16"));

    [Fact]
    public void The_boundaries_and_the_order_of_texts_change_the_hash()
    {
        ulong[] hashes = [Of("ab", "c"), Of("a", "bc"), Of("abc"), Of("abc", ""), Of("", "abc"), Of("c", "ab"), Of(), Of(""), Of("", "")];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_text_has_the_same_hash_alone_and_as_the_first_added_text() => Assert.Equal(StableHash.Of("abc"), Of("abc"));

    [Fact]
    public void Similar_texts_differ_in_many_bits_even_in_those_that_journals_keep()
    {
        ulong[] hashes = Enumerable.Range(0, 100_000).Select(i => StableHash.Of((7_275_550_000 + i).ToString())).ToArray();

        Assert.Equal(hashes.Length, hashes.Distinct().Count());

        // With 29 bits, about nine pairs are equal by chance.
        Assert.InRange(hashes.Select(hash => hash & 0x1fffffff).Distinct().Count(), hashes.Length - 40, hashes.Length);
    }

    private static ulong Of(params string[] texts)
    {
        StableHash hash = default;
        Array.ForEach(texts, text => hash.Add(text));
        return hash.Value;
    }
}
