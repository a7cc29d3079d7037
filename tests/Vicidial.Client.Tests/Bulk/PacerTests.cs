using System.Collections.Concurrent;
using Vicidial.Client.Bulk;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Timing;
using Xunit;

namespace Vicidial.Client.Tests.Bulk;

public class PacerTests
{
    private readonly FakeTime _time = new();
    private readonly ConcurrentQueue<string> _told = new();

    [Fact]
    public async Task The_limit_holds_and_waiting_requests_continue_in_order()
    {
        Pacer pacer = Make(3);
        Task[] calls = Enumerable.Range(0, 5).Select(_ => pacer.EnterAsync(TestContext.Current.CancellationToken)).ToArray();

        Assert.Equal([true, true, true, false, false], calls.Select(call => call.IsCompleted));
        Leave(pacer, 10);
        await Within(calls[3]);
        Assert.False(calls[4].IsCompleted);
        Leave(pacer, 10);
        await Within(calls[4]);
    }

    [Fact]
    public async Task Under_stress_the_limit_holds_and_every_request_continues()
    {
        Pacer pacer = Make(5);
        int inside = 0;
        int most = 0;
        await Within(Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(
            async () =>
            {
                for (int i = 0; i < 500; i++)
                {
                    await pacer.EnterAsync(CancellationToken.None);
                    int now = Interlocked.Increment(ref inside);
                    int seen;
                    while (now > (seen = Volatile.Read(ref most)))
                    {
                        Interlocked.CompareExchange(ref most, now, seen);
                    }

                    if (i % 3 == 0)
                    {
                        await Task.Yield();
                    }

                    Interlocked.Decrement(ref inside);
                    pacer.Leave(TimeSpan.FromMilliseconds(5), isOverloaded: (i + worker) % 97 == 0);
                }
            },
            TestContext.Current.CancellationToken))));

        Assert.InRange(most, 1, 5);
        Assert.Equal(0, inside);
    }

    [Fact]
    public async Task A_request_that_fails_on_a_busy_server_halves_the_pace_once_per_pause()
    {
        Pacer pacer = Make(8);
        Call(pacer, 10, isOverloaded: true);
        Call(pacer, 10, isOverloaded: true);
        Assert.Equal(4, pacer.Limit);

        // Requests that were already in flight fail for the same reason.
        await PassAsync(1);
        Call(pacer, 10, isOverloaded: true);
        Assert.Equal(2, pacer.Limit);
        for (int i = 0; i < 4; i++)
        {
            await PassAsync(1);
            Call(pacer, 10, isOverloaded: true);
        }

        Assert.Equal(1, pacer.Limit);
        Assert.Equal(
            [
                "Now sending 4 requests at a time instead of 8, because a request failed in a way that suggests an overloaded server.",
                "Now sending 2 requests at a time instead of 4, because a request failed in a way that suggests an overloaded server.",
                "Now sending 1 request at a time instead of 2, because a request failed in a way that suggests an overloaded server.",
            ],
            _told);
    }

    [Fact]
    public async Task A_lower_limit_applies_immediately()
    {
        Pacer pacer = Make(4);
        for (int i = 0; i < 4; i++)
        {
            await pacer.EnterAsync(TestContext.Current.CancellationToken);
        }

        Task waiting = pacer.EnterAsync(TestContext.Current.CancellationToken);
        pacer.Leave(TimeSpan.FromMilliseconds(10), isOverloaded: true);
        Leave(pacer, 10);
        Assert.False(waiting.IsCompleted);
        Leave(pacer, 10);
        await Within(waiting);
    }

    [Fact]
    public void Slowness_lowers_the_limit_by_a_quarter_and_recovery_raises_it_by_one_each_round()
    {
        Pacer pacer = Make(8);
        Round(pacer, 50);
        Round(pacer, 50);
        Assert.Empty(_told);

        Round(pacer, 400);
        Assert.Equal(6, pacer.Limit);
        Round(pacer, 400);
        Assert.Equal(4, pacer.Limit);
        Round(pacer, 50);
        Assert.Equal(5, pacer.Limit);
        Round(pacer, 50);
        Round(pacer, 50);
        Round(pacer, 50);
        Round(pacer, 50);

        Assert.Equal(8, pacer.Limit);
        string[] told = _told.ToArray();
        Assert.StartsWith(
            "Now sending 6 requests at a time instead of 8, because a request takes 400 ms instead of 5", told[0], StringComparison.Ordinal);
        Assert.Equal("Now sending 5 requests at a time instead of 4, because the dialer responds quickly again.", told[2]);
        Assert.Equal(6, told.Length);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2000)]
    public void A_distant_dialer_does_not_count_as_slow(int milliseconds)
    {
        Pacer pacer = Make(6);
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            Call(pacer, milliseconds * (0.8 + (random.NextDouble() * 0.4)));
        }

        Assert.Equal(6, pacer.Limit);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_nearby_dialer_that_takes_some_milliseconds_longer_does_not_count_as_slow()
    {
        Pacer pacer = Make(6);
        Round(pacer, 2);
        Round(pacer, 90);

        Assert.Equal(6, pacer.Limit);
    }

    [Fact]
    public async Task Quick_refusals_do_not_count_as_the_dialers_best_time()
    {
        Pacer pacer = Make(6);
        Round(pacer, 200);
        Call(pacer, 0.1, isOverloaded: true);

        // The other requests in flight also fail at the same time.
        for (int i = 0; i < 40; i++)
        {
            Call(pacer, 0.1, isOverloaded: true);
        }

        await PassAsync(5);
        for (int i = 0; i < 10; i++)
        {
            Round(pacer, 200);
        }

        Assert.Equal(6, pacer.Limit);
    }

    [Fact]
    public void A_dialer_that_stays_slower_becomes_the_new_baseline()
    {
        Pacer pacer = Make(4);
        Round(pacer, 100);
        for (int i = 0; i < 300; i++)
        {
            Round(pacer, 350);
        }

        Assert.Equal(4, pacer.Limit);
    }

    [Fact]
    public async Task A_rate_spreads_the_requests_of_all_calls()
    {
        Pacer pacer = Make(10, 4);
        RequestPace[] calls = [pacer.MakePace()!, pacer.MakePace()!, pacer.MakePace()!];
        DateTimeOffset began = _time.UtcNow;
        var beginnings = new List<double>();
        for (int i = 0; i < 9; i++)
        {
            await calls[i % 3].WaitAsync(TestContext.Current.CancellationToken);
            beginnings.Add((_time.UtcNow - began).TotalSeconds);
        }

        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2], beginnings);
        Assert.Equal(TimeSpan.FromSeconds(0.5), calls[0].TakeWaited());
        Assert.Equal(TimeSpan.Zero, calls[0].TakeWaited());

        // Unused time is lost.
        await _time.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        int waits = _time.Waits.Count;
        await calls[0].WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(waits, _time.Waits.Count);
        await calls[1].WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(0.25), _time.Waits[^1]);
    }

    [Fact]
    public void Without_a_rate_nothing_waits() => Assert.Null(Make(10).MakePace());

    [Fact]
    public async Task A_canceled_wait_does_not_take_a_slot()
    {
        Pacer pacer = Make(1);
        await pacer.EnterAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        Task[] gone = Enumerable.Range(0, 3).Select(_ => pacer.EnterAsync(stop.Token)).ToArray();
        Task next = pacer.EnterAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        foreach (Task one in gone)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within(one));
        }

        Assert.False(next.IsCompleted);
        Leave(pacer, 1);
        await Within(next);
        Task last = pacer.EnterAsync(TestContext.Current.CancellationToken);
        Assert.False(last.IsCompleted);
        Leave(pacer, 1);
        await Within(last);
    }

    [Fact]
    public async Task A_canceled_wait_for_the_rate_limit_has_not_begun_a_request()
    {
        _time.WaitsLast = true;
        Pacer pacer = Make(2, 1);
        RequestPace first = pacer.MakePace()!;
        RequestPace second = pacer.MakePace()!;
        await first.WaitAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        Task waiting = second.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within(waiting));

        Assert.True(first.HasBegun);
        Assert.False(second.HasBegun);
    }

    private Pacer Make(int maximum, double? rate = null) => new(maximum, rate, _time, _told.Enqueue);

    private Task PassAsync(double seconds) => _time.WaitAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    private static void Leave(Pacer pacer, double milliseconds) => pacer.Leave(TimeSpan.FromMilliseconds(milliseconds), isOverloaded: false);

    private static Task Within(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private static void Call(Pacer pacer, double milliseconds, bool isOverloaded = false)
    {
        Assert.True(pacer.EnterAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        pacer.Leave(TimeSpan.FromMilliseconds(milliseconds), isOverloaded);
    }

    /// <summary>Sends as many requests as the pacer judges together.</summary>
    private static void Round(Pacer pacer, double milliseconds)
    {
        int calls = Math.Max(16, pacer.Limit * 2);
        for (int i = 0; i < calls; i++)
        {
            Call(pacer, milliseconds);
        }
    }
}
