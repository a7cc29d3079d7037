using System.Collections.Concurrent;
using Vicidial.Client.Bulk;
using Xunit;

namespace Vicidial.Client.Tests.Bulk;

public class KeyedTurnsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Work_on_one_key_runs_in_the_order_of_its_turns()
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn[] taken = Enumerable.Range(0, 5).Select(_ => turns.Take(["a"])).ToArray();
        var order = new ConcurrentQueue<int>();

        // The later turns start to wait first.
        Task[] work = Enumerable.Range(0, 5).Reverse().Select(async i =>
        {
            using (taken[i])
            {
                await taken[i].WaitAsync(TestContext.Current.CancellationToken);
                order.Enqueue(i);
                await Task.Yield();
            }
        }).ToArray();

        await Task.WhenAll(work).WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2, 3, 4], order);
        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task Requests_with_other_keys_do_not_wait()
    {
        var turns = new KeyedTurns();
        using KeyedTurns.Turn first = turns.Take(["a"]);
        using KeyedTurns.Turn behind = turns.Take(["a"]);
        using KeyedTurns.Turn other = turns.Take(["b"]);
        using KeyedTurns.Turn free = turns.Take([]);

        Task waiting = Wait(behind);
        await Wait(first);
        await Wait(other);
        await Wait(free);

        Assert.False(waiting.IsCompleted);
        Assert.Equal(2, turns.Count);
        first.Dispose();
        await waiting;
    }

    [Fact]
    public async Task Keys_that_differ_only_in_case_are_one_key()
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn first = turns.Take(["Ann"]);
        using KeyedTurns.Turn second = turns.Take(["ANN"]);
        Task waiting = Wait(second);

        Assert.False(waiting.IsCompleted);
        first.Dispose();
        await waiting;
    }

    [Fact]
    public async Task A_turn_of_two_keys_waits_for_both_and_holds_both()
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn a = turns.Take(["a"]);
        KeyedTurns.Turn b = turns.Take(["b"]);
        KeyedTurns.Turn both = turns.Take(["a", "b"]);
        using KeyedTurns.Turn afterA = turns.Take(["a"]);
        using KeyedTurns.Turn afterB = turns.Take(["b"]);
        Task waiting = Wait(both);
        Task waitingA = Wait(afterA);
        Task waitingB = Wait(afterB);

        a.Dispose();
        Assert.False(waiting.IsCompleted);
        b.Dispose();
        await waiting;
        Assert.False(waitingA.IsCompleted || waitingB.IsCompleted);
        both.Dispose();
        await Task.WhenAll(waitingA, waitingB);
    }

    [Fact]
    public async Task A_turn_with_the_same_key_twice_does_not_wait_for_its_own_end()
    {
        var turns = new KeyedTurns();
        using (KeyedTurns.Turn turn = turns.Take(["a", "A"]))
        {
            await Wait(turn);
        }

        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_canceled()
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn first = turns.Take(["a"]);
        using var stop = new CancellationTokenSource();
        using (KeyedTurns.Turn second = turns.Take(["a"]))
        {
            Task waiting = second.WaitAsync(stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Limit, TestContext.Current.CancellationToken));
        }

        first.Dispose();
        await UntilEmptyAsync(turns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canceled_turn_does_not_let_later_turns_overtake_an_earlier_one(bool isTakenBefore)
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn first = turns.Take(["a"]);
        KeyedTurns.Turn second = turns.Take(["a"]);
        KeyedTurns.Turn? third = isTakenBefore ? turns.Take(["a"]) : null;
        second.Dispose();
        third ??= turns.Take(["a"]);

        Task waiting = Wait(third);
        Assert.False(waiting.IsCompleted);
        first.Dispose();
        await waiting;
        third.Dispose();
        await UntilEmptyAsync(turns);
    }

    [Fact]
    public async Task Ending_a_turn_twice_has_no_further_effect()
    {
        var turns = new KeyedTurns();
        KeyedTurns.Turn first = turns.Take(["a"]);
        KeyedTurns.Turn second = turns.Take(["a"]);
        using KeyedTurns.Turn third = turns.Take(["a"]);
        Task waiting = Wait(third);
        first.Dispose();
        first.Dispose();

        Assert.False(waiting.IsCompleted);
        second.Dispose();
        second.Dispose();
        await waiting;
    }

    [Fact]
    public async Task Ten_thousand_turns_on_eight_threads_never_overlap_never_hang_and_leave_nothing_behind()
    {
        const int Turns = 10_000;
        const int Keys = 12;
        var turns = new KeyedTurns();
        var inside = new int[Keys];
        var order = Enumerable.Range(0, Keys).Select(_ => new List<int>()).ToArray();
        var expected = Enumerable.Range(0, Keys).Select(_ => new List<int>()).ToArray();
        int meetings = 0;
        int gaveUp = 0;
        var random = new Random(11);
        using var queue = new BlockingCollection<(int Number, int[] Keys, KeyedTurns.Turn Turn, bool GivesUp)>(64);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        Task[] workers = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            foreach ((int number, int[] keys, KeyedTurns.Turn turn, bool givesUp) in queue.GetConsumingEnumerable())
            {
                using (turn)
                {
                    try
                    {
                        turn.WaitAsync(givesUp ? stopped.Token : CancellationToken.None).GetAwaiter().GetResult();
                    }
                    catch (OperationCanceledException)
                    {
                        Interlocked.Increment(ref gaveUp);
                        continue;
                    }

                    foreach (int key in keys)
                    {
                        // No lock, because the test checks that no other work runs here.
                        meetings += Interlocked.Increment(ref inside[key]) == 1 ? 0 : 1;
                        order[key].Add(number);
                    }

                    foreach (int key in keys)
                    {
                        Interlocked.Decrement(ref inside[key]);
                    }
                }
            }
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        for (int i = 0; i < Turns; i++)
        {
            int[] keys = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Keys)).Distinct().ToArray();
            bool givesUp = i % 10 == 0;
            Array.ForEach(keys, key => expected[key].Add(i));
            queue.Add((i, keys, turns.Take(keys.Select(key => "key" + key).ToArray()), givesUp), TestContext.Current.CancellationToken);
        }

        queue.CompleteAdding();
        await Task.WhenAll(workers).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await UntilEmptyAsync(turns);

        Assert.Equal(0, meetings);
        Assert.InRange(gaveUp, 0, Turns / 10);
        Assert.All(Enumerable.Range(0, Keys), key => Assert.Equal(expected[key].Where(order[key].ToHashSet().Contains), order[key]));
        Assert.All(Enumerable.Range(0, Keys), key =>
            Assert.InRange(order[key].Count, expected[key].Count(number => number % 10 != 0), expected[key].Count)
        );
    }

    private static Task Wait(KeyedTurns.Turn turn) =>
        turn.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>A canceled turn ends with the turns before it, on any thread.</summary>
    private static async Task UntilEmptyAsync(KeyedTurns turns)
    {
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => turns.Count == 0, Limit), TestContext.Current.CancellationToken));
    }
}
