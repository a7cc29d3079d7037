using Vicidial.Client.Bulk.Journal;
using Xunit;

namespace Vicidial.Client.Tests.Bulk.Journal;

public class NumberSetTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 500)]
    [InlineData(3, 5000)]
    [InlineData(4, 1_000_000)]
    public void The_set_has_exactly_the_numbers_that_were_added(int seed, int range)
    {
        var random = new Random(seed);
        var set = new NumberSet();
        var known = new HashSet<long>();
        Assert.Null(set.Smallest);
        for (int i = 0; i < 4000; i++)
        {
            long number = random.Next(range);
            Assert.Equal(known.Contains(number), set.Contains(number));
            Assert.Equal(known.Add(number), set.Add(number));
            Assert.True(set.Contains(number));
            Assert.Equal(known.Min(), set.Smallest);
        }

        Assert.All(Enumerable.Range(-2, 5100), number => Assert.Equal(known.Contains(number), set.Contains(number)));
    }

    [Fact]
    public void Ranges_that_meet_become_one_from_either_side()
    {
        var set = new NumberSet();
        foreach (long number in new long[] { 10, 12, 14, 13, 11, 9, 15 })
        {
            Assert.True(set.Add(number));
        }

        Assert.Equal(Enumerable.Range(9, 7), Enumerable.Range(0, 30).Where(number => set.Contains(number)));
        Assert.All(Enumerable.Range(9, 7), number => Assert.False(set.Add(number)));
    }

    [Fact]
    public void The_largest_numbers_work()
    {
        var set = new NumberSet();
        Assert.True(set.Add(long.MaxValue - 1));
        Assert.True(set.Add(long.MaxValue));
        Assert.False(set.Add(long.MaxValue));
        Assert.True(set.Add(0));
        Assert.Equal((true, true, false), (set.Contains(0), set.Contains(long.MaxValue), set.Contains(1)));
    }

    [Fact]
    public async Task Only_one_of_many_threads_adds_a_number()
    {
        var set = new NumberSet();
        int[] added = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() =>
        {
            int[] numbers = Enumerable.Range(0, 5000).ToArray();
            new Random(seed).Shuffle(numbers);
            return numbers.Count(number => set.Add(number));
        }, TestContext.Current.CancellationToken)));

        Assert.Equal(5000, added.Sum());
    }
}
