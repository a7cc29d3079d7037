using Vicidial.Client.Floor;
using Xunit;

namespace Vicidial.Client.Tests.Floor;

/// <summary>The interval stays the same however long responses take.</summary>
public class PollScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_day_of_slow_responses_does_not_shift_the_polling_times()
    {
        var schedule = new PollSchedule(TimeSpan.FromSeconds(5));
        DateTimeOffset now = Start;
        for (int poll = 0; poll < 17_280; poll++)
        {
            now += schedule.NextWait(now);
            Assert.Equal(Start.AddSeconds(poll * 5), now);
            now += TimeSpan.FromMilliseconds(100 + (poll % 40 * 100));
        }
    }

    [Fact]
    public void Times_that_have_passed_are_left_out()
    {
        var schedule = new PollSchedule(TimeSpan.FromSeconds(5));
        var begun = new List<double>();
        DateTimeOffset now = Start;
        foreach (double taken in new[] { 1, 12, 5, 1, 30.5, 1 })
        {
            now += schedule.NextWait(now);
            begun.Add((now - Start).TotalSeconds);
            now += TimeSpan.FromSeconds(taken);
        }

        Assert.Equal([0, 5, 20, 25, 30, 65], begun);
    }

    [Theory]
    [InlineData(-7200)]
    [InlineData(7200)]
    public void A_clock_change_stops_nothing_and_causes_no_burst(int seconds)
    {
        var schedule = new PollSchedule(TimeSpan.FromSeconds(5));
        schedule.NextWait(Start);
        DateTimeOffset now = Start.AddSeconds(seconds);
        Assert.InRange(schedule.NextWait(now), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), schedule.NextWait(now));
    }
}
