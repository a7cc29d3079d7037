using System.Collections.Concurrent;
using Vicidial.Client.Bulk;
using Xunit;

namespace Vicidial.Client.Tests.Bulk;

public class OrderedPumpTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_however_the_work_ends()
    {
        var gates = Enumerable.Range(0, 8).Select(_ => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        using var pump = new OrderedPump<int, int>(8, (item, _) => gates[item].Task);
        for (int i = 0; i < 8; i++)
        {
            Assert.True(pump.TryAdd(i));
        }

        foreach (int i in new[] { 5, 7, 1, 3, 6, 2, 4, 0 })
        {
            Assert.False(pump.TryTake(out _, out _));
            gates[i].SetResult(i * 10);
        }

        Assert.Equal(Enumerable.Range(0, 8).Select(i => (i, i * 10)), Drain(pump));
    }

    [Fact]
    public async Task The_maximum_number_of_items_is_in_flight_and_never_more()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int inFlight = 0;
        int most = 0;
        using var all = new SemaphoreSlim(0);
        using var pump = new OrderedPump<int, int>(4, async (item, _) =>
        {
            int now = Interlocked.Increment(ref inFlight);
            InterlockedMax(ref most, now);
            all.Release();
            await gate.Task;
            Interlocked.Decrement(ref inFlight);
            return item;
        });
        for (int i = 0; i < 12; i++)
        {
            Assert.True(pump.TryAdd(i));
        }

        for (int i = 0; i < 4; i++)
        {
            Assert.True(await all.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }

        Assert.Equal(4, Volatile.Read(ref inFlight));
        gate.SetResult();

        Assert.Equal(Enumerable.Range(0, 12), Drain(pump).Select(pair => pair.Item));
        Assert.Equal(4, most);
    }

    [Fact]
    public void The_pump_accepts_only_as_many_items_as_its_window()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var pump = new OrderedPump<int, int>(2, (_, _) => gate.Task);
        int added = 0;
        while (added < 1000 && pump.TryAdd(added))
        {
            added++;
        }

        Assert.InRange(added, 2, 64);
        Assert.Equal(added, pump.Count);
        Assert.False(pump.TryAddResult(added, 0));
        gate.SetResult(1);
        pump.Wait(1);
        Assert.True(pump.TryTake(out _, out _));
        Assert.True(pump.TryAdd(added));
    }

    [Fact]
    public void A_slow_item_does_not_idle_the_others()
    {
        var slow = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var pump = new OrderedPump<int, int>(2, (item, _) => item == 0 ? slow.Task : Task.FromResult(item));
        int added = 0;
        while (pump.TryAdd(added))
        {
            added++;
        }

        // All items after the slow one are done, but none may be returned before it.
        Assert.False(pump.TryTake(out _, out _));
        slow.SetResult(0);
        Assert.Equal(Enumerable.Range(0, added), Drain(pump).Select(pair => pair.Item));
    }

    [Fact]
    public void Results_known_from_the_start_keep_their_place()
    {
        using var pump = new OrderedPump<int, string>(2, async (item, _) =>
        {
            await Task.Yield();
            return "worked " + item;
        });
        for (int i = 0; i < 6; i++)
        {
            Assert.True(i % 2 == 0 ? pump.TryAdd(i) : pump.TryAddResult(i, "known " + i));
        }

        Assert.Equal(["worked 0", "known 1", "worked 2", "known 3", "worked 4", "known 5"], Drain(pump).Select(pair => pair.Result));
    }

    [Fact]
    public void No_work_is_done_for_an_item_whose_result_is_known()
    {
        var worked = new ConcurrentQueue<int>();
        using var pump = new OrderedPump<int, string>(2, (item, _) =>
        {
            worked.Enqueue(item);
            return Task.FromResult("worked");
        });

        // Rejected rows at the start of a file, taken before the first row that is sent.
        pump.TryAddResult(0, "known");
        pump.TryAddResult(1, "known");
        Drain(pump);
        pump.TryAddResult(2, "known");
        pump.TryAdd(3);

        Assert.Equal([(2, "known"), (3, "worked")], Drain(pump));
        Assert.Equal([3], worked);
    }

    [Fact]
    public void Known_results_and_results_of_work_are_never_mixed_up()
    {
        var random = new Random(7);
        var worked = new ConcurrentQueue<int>();
        using var pump = new OrderedPump<int, bool>(3, async (item, _) =>
        {
            worked.Enqueue(item);
            await Task.Yield();
            return true;
        });
        var known = new List<bool>();
        var taken = new List<bool>();
        while (known.Count < 3000)
        {
            bool isKnown = random.Next(3) > 0;
            if (random.Next(4) > 0 && (isKnown ? pump.TryAddResult(known.Count, false) : pump.TryAdd(known.Count)))
            {
                known.Add(isKnown);
            }
            else
            {
                taken.AddRange(Drain(pump, random.Next(20)).Select(pair => pair.Result));
            }
        }

        taken.AddRange(Drain(pump).Select(pair => pair.Result));

        Assert.Equal(known.Select(isKnown => !isKnown), taken);
        Assert.Equal(known.Count(isKnown => !isKnown), worked.Count);
    }

    [Fact]
    public async Task Abandoning_counts_the_work_in_flight_and_starts_nothing_new()
    {
        var started = new ConcurrentQueue<int>();
        using var pump = new OrderedPump<int, int>(3, async (item, cancellation) =>
        {
            started.Enqueue(item);
            await Task.Delay(Timeout.Infinite, cancellation);
            return item;
        });
        for (int i = 0; i < 10; i++)
        {
            pump.TryAdd(i);
        }

        Assert.True(SpinWait.SpinUntil(() => started.Count == 3, TimeSpan.FromSeconds(30)));

        Assert.Equal(3, await Task.Run(() => pump.Abandon(TimeSpan.Zero), TestContext.Current.CancellationToken));
        Assert.Equal([0, 1, 2], started.Order());
    }

    [Fact]
    public void No_work_starts_that_abandoning_has_not_counted()
    {
        const int Rounds = 3000;
        var begun = new int[Rounds];
        var counted = new int[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            int own = round;
            using var pump = new OrderedPump<int, int>(4, async (item, cancellation) =>
            {
                Interlocked.Increment(ref begun[own]);
                await Task.Delay(Timeout.Infinite, cancellation);
                return item;
            });
            for (int i = 0; i < 4; i++)
            {
                pump.TryAdd(i);
            }

            // The workers are about to take their first items.
            Thread.SpinWait(round % 100 * 10);
            counted[round] = pump.Abandon(TimeSpan.Zero);
        }

        // Work that was queued on the thread pool has run by the time that later work has run.
        using var settled = new CountdownEvent(64);
        for (int i = 0; i < 64; i++)
        {
            ThreadPool.QueueUserWorkItem(_ => settled.Signal());
        }

        Assert.True(settled.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Enumerable.Range(0, Rounds), round => begun[round] > counted[round]);
    }

    [Fact]
    public async Task Work_that_ends_within_the_grace_period_is_not_counted()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        int begun = 0;
        using var pump = new OrderedPump<int, int>(2, (_, _) =>
        {
            Interlocked.Increment(ref begun);
            return gate.Task;
        });
        pump.TryAdd(1);
        pump.TryAdd(2);
        pump.TryAdd(3);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) == 2, TimeSpan.FromSeconds(30)));
        Task<int> abandoned = Task.Run(() => pump.Abandon(TimeSpan.FromSeconds(30)), TestContext.Current.CancellationToken);

        gate.SetResult(9);

        Assert.Equal(0, await abandoned);
        Assert.Equal([1, 2], Drain(pump, 2).Select(pair => pair.Item));
        Assert.Equal(1, pump.Count);
    }

    [Fact]
    public async Task Canceled_work_finishes_writing_before_abandoning_ends()
    {
        int begun = 0;
        int said = 0;
        using var pump = new OrderedPump<int, int>(3, async (item, cancellation) =>
        {
            Interlocked.Increment(ref begun);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return item;
            }
            finally
            {
                await Task.Yield();
                Interlocked.Increment(ref said);
            }
        });
        for (int i = 0; i < 3; i++)
        {
            pump.TryAdd(i);
        }

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) == 3, TimeSpan.FromSeconds(30)));

        Assert.Equal(3, await Task.Run(() => pump.Abandon(TimeSpan.Zero), TestContext.Current.CancellationToken));
        Assert.Equal(3, Volatile.Read(ref said));
    }

    [Fact]
    public async Task Abandoning_does_not_wait_for_work_that_ignores_cancellation()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        int begun = 0;
        using var pump = new OrderedPump<int, int>(1, (_, _) =>
        {
            Interlocked.Increment(ref begun);
            return gate.Task;
        });
        pump.TryAdd(1);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) == 1, TimeSpan.FromSeconds(30)));

        Task<int> abandoned = Task.Run(() => pump.Abandon(TimeSpan.Zero), TestContext.Current.CancellationToken);

        Assert.Equal(1, await abandoned.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        gate.SetResult(1);
    }

    [Fact]
    public void After_a_stop_nothing_new_starts_and_work_in_flight_ends()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new ConcurrentQueue<int>();
        using var pump = new OrderedPump<int, int>(1, (item, _) =>
        {
            started.Enqueue(item);
            return gate.Task;
        });
        pump.TryAdd(1);
        pump.TryAdd(2);
        Assert.True(SpinWait.SpinUntil(() => !started.IsEmpty, TimeSpan.FromSeconds(30)));
        pump.StopStarting();
        pump.TryAdd(3);
        pump.Wait(1);
        gate.SetResult(5);

        Assert.Equal([1], Drain(pump, 1).Select(pair => pair.Item));
        Assert.Equal([1], started);
        Assert.Equal(2, pump.Count);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_woken()
    {
        using var pump = new OrderedPump<int, int>(1, (_, cancellation) =>
            Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => 0, TaskScheduler.Default)
        );
        pump.TryAdd(1);
        Task waiting = Task.Run(() => pump.Wait(1), TestContext.Current.CancellationToken);

        pump.Wake();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_wait_for_several_results_ends_when_the_last_one_is_available()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        using var pump = new OrderedPump<int, int>(4, (item, _) => gates[item].Task);
        for (int i = 0; i < 4; i++)
        {
            pump.TryAdd(i);
        }

        Task waiting = Task.Run(() => pump.Wait(3), TestContext.Current.CancellationToken);
        gates[2].SetResult(0);
        gates[0].SetResult(0);
        gates[1].SetResult(0);

        // A wait for more results than there are items ends with the last item.
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(3, Enumerable.Range(0, 4).TakeWhile(_ => pump.TryTake(out int _, out int _)).Count());
        waiting = Task.Run(() => pump.Wait(100), TestContext.Current.CancellationToken);
        gates[3].SetResult(0);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.True(pump.TryTake(out int last, out int _));
        Assert.Equal(3, last);
    }

    [Fact]
    public void A_wait_without_items_ends_immediately()
    {
        using var pump = new OrderedPump<int, int>(1, (item, _) => Task.FromResult(item));
        pump.Wait(1);
        pump.TryAdd(1);
        pump.Wait(1);

        Assert.True(pump.TryTake(out int item, out _));
        Assert.Equal(1, item);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(8, false)]
    [InlineData(8, true)]
    [InlineData(64, true)]
    public async Task No_wake_up_is_lost_under_stress(int maximum, bool waitsForSeveral)
    {
        const int Items = 20_000;
        int inFlight = 0;
        int most = 0;
        using var pump = new OrderedPump<int, int>(maximum, async (item, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref inFlight));
            if (item % 3 != 0)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref inFlight);
            return item * 2;
        });

        // A separate thread, so that a hang ends the test and not the run.
        Task<List<(int, int)>> whole = Task.Factory.StartNew(
            () =>
            {
                var results = new List<(int, int)>();
                for (int i = 0; i < Items; i++)
                {
                    while (!pump.TryAdd(i))
                    {
                        pump.Wait(waitsForSeveral ? pump.Batch : 1);
                        while (pump.TryTake(out int item, out int result))
                        {
                            results.Add((item, result));
                        }
                    }
                }

                results.AddRange(Drain(pump));
                return results;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        List<(int, int)> all = await whole.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, Items).Select(i => (i, i * 2)), all);
        Assert.InRange(most, 1, maximum);
    }

    private static List<(TItem Item, TResult? Result)> Drain<TItem, TResult>(OrderedPump<TItem, TResult> pump, int atMost = int.MaxValue)
    {
        var results = new List<(TItem, TResult?)>();
        while (results.Count < atMost && pump.Count > 0)
        {
            pump.Wait(1);
            if (pump.TryTake(out TItem? item, out TResult? result))
            {
                results.Add((item, result));
            }
        }

        return results;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
