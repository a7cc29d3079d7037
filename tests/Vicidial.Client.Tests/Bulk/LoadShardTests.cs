using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Xunit;

namespace Vicidial.Client.Tests.Bulk;

public class LoadShardTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/5", 2, 5)]
    [InlineData("5/5", 5, 5)]
    [InlineData("12/100", 12, 100)]
    public void A_part_is_named_by_its_number_and_the_number_of_parts(string text, int number, int count)
    {
        LoadShard shard = LoadShard.Parse(text);

        Assert.Equal((number, count, text), (shard.Number, shard.Count, shard.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("2")]
    [InlineData("0/5")]
    [InlineData("6/5")]
    [InlineData("0/0")]
    [InlineData("1/0")]
    [InlineData("-1/5")]
    [InlineData("+1/5")]
    [InlineData("1/-5")]
    [InlineData("1/2/3")]
    [InlineData("2/ 5")]
    [InlineData("2,5")]
    [InlineData("a/b")]
    [InlineData("1/99999999999")]
    public void A_text_that_does_not_name_a_part_is_rejected(string text)
    {
        DialerException error = Assert.Throws<DialerException>(() => LoadShard.Parse(text));

        Assert.Equal(("Vicidial.InvalidShard", DialerErrorKind.InvalidArgument), (error.ErrorId, error.Kind));
        Assert.Contains($"'{text}'", error.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(64)]
    public void Each_row_is_in_exactly_one_part_and_the_parts_are_of_about_the_same_size(int count)
    {
        const int Keys = 20_000;
        LoadShard[] parts = Enumerable.Range(1, count).Select(number => LoadShard.Parse($"{number}/{count}")).ToArray();
        var sizes = new int[count];
        for (int i = 0; i < Keys; i++)
        {
            string key = (7_275_550_000 + i).ToString();
            sizes[Assert.Single(parts, part => part.Owns(key)).Number - 1]++;
        }

        // Five times the spread that chance causes.
        double mean = (double)Keys / count;
        double most = 5 * System.Math.Sqrt(mean);
        Assert.All(sizes, size => Assert.InRange(size, mean - most, mean + most));
    }

    // Several computers with several releases must always agree.
    [Theory]
    [InlineData("7275551111", 5, 5)]
    [InlineData("7275551112", 5, 2)]
    [InlineData("", 4, 6)]
    [InlineData("ann", 3, 3)]
    [InlineData("Zoë", 2, 5)]
    public void The_part_of_a_row_never_changes(string key, int ofFive, int ofTwelve)
        => Assert.Equal((ofFive, ofTwelve), (PartOf(key, 5), PartOf(key, 12)));

    [Fact]
    public void Names_that_differ_only_in_case_are_in_one_part()
    {
        IEnumerable<string> names = Enumerable.Range(0, 200).Select(i => "User" + i);

        Assert.All(names, name =>
            Assert.Equal((PartOf(name, 9), PartOf(name, 9)), (PartOf(name.ToLowerInvariant(), 9), PartOf(name.ToUpperInvariant(), 9)))
        );
        Assert.True(names.Select(name => PartOf(name, 9)).Distinct().Count() == 9);
    }

    private static int PartOf(string key, int count) => Enumerable.Range(1, count).Single(number => LoadShard.Parse($"{number}/{count}").Owns(key));
}
