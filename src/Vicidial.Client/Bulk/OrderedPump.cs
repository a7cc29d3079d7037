using System.Diagnostics.CodeAnalysis;

namespace Vicidial.Client.Bulk;

/// <summary>
/// Runs work for many items in parallel and returns the results in the order of the items. One thread adds items and takes results. It never waits
/// for an item that others can overtake, and never holds more than a window of items.
/// </summary>
/// <remarks>
/// The items are in a ring buffer. The thread that adds and takes moves its two ends; workers claim the items between them, each the next one. A lock
/// is taken only if a thread really waits: for a nearby dialer, waking threads costs more than the work.
/// </remarks>
/// <typeparam name="TItem">The type of the items to work on.</typeparam>
/// <typeparam name="TResult">The result of the work. Failures are results, too: the work must not throw, except when it is canceled.</typeparam>
public sealed class OrderedPump<TItem, TResult> : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);

    // Canceled work ends soon, but may have to record something first.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private readonly object _gate = new();
    private readonly Func<TItem, CancellationToken, Task<TResult>> _work;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Entry?[] _ring;
    private readonly int _maximumInFlight;
    private long _taken;
    private long _claimed;
    private long _added;
    private long _waitedFor = -1;
    private int _workers;
    private int _stopping;
    private bool _woken;

    /// <summary>Makes a pump.</summary>
    /// <param name="maximumInFlight">How many items are processed at the same time.</param>
    /// <param name="work">The work for an item.</param>
    public OrderedPump(int maximumInFlight, Func<TItem, CancellationToken, Task<TResult>> work)
    {
        _maximumInFlight = maximumInFlight;
        _work = work;

        // Space for results that wait behind a slow one, so that the slow one does not idle the others.
        _ring = new Entry?[Math.Max(64, maximumInFlight * 16)];
    }

    /// <summary>The number of items whose result has not been taken.</summary>
    public int Count => (int)(_added - _taken);

    /// <summary>The number of results to wait for when the window is full: half of it, so that the rest keeps the work going.</summary>
    public int Batch => _ring.Length / 2;

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    /// <summary>Adds an item.</summary>
    /// <returns>False if the window is full: take results first.</returns>
    public bool TryAdd(TItem item)
    {
        if (!TryPut(new Entry(_added, item)))
        {
            return false;
        }

        StartWorker();
        return true;
    }

    /// <summary>Adds an item whose result is already known, in its place among the others.</summary>
    /// <returns>False if the window is full: take results first.</returns>
    public bool TryAddResult(TItem item, TResult result) => TryPut(new Entry(_added, item) { Result = result, IsKnown = true, IsDone = true });

    /// <summary>Takes the oldest item with its result, if the result is available.</summary>
    /// <param name="item">The item.</param>
    /// <param name="result">Its result.</param>
    /// <param name="mayTake">Whether an item may be taken now; null if any may.</param>
    public bool TryTake([NotNullWhen(true)] out TItem? item, out TResult? result, Func<TItem, bool>? mayTake = null)
    {
        if (
            _taken == _added
            || _ring[_taken % _ring.Length] is not { } entry
            || !Volatile.Read(ref entry.IsDone)
            || mayTake?.Invoke(entry.Item) == false
        )
        {
            item = default;
            result = default;
            return false;
        }

        item = entry.Item!;
        result = entry.Result;
        Volatile.Write(ref _ring[_taken % _ring.Length], null);
        _taken++;
        return true;
    }

    /// <summary>Waits until some of the oldest results are available, or until <see cref="Wake"/> or a stop.</summary>
    /// <param name="results">How many results to wait for, if that many arrive soon; otherwise, one is enough.</param>
    public void Wait(int results)
    {
        long last = Math.Min(_taken + results, _added) - 1;
        lock (_gate)
        {
            // A worker checks this after it has marked its item, so one of the two threads always sees the other.
            Interlocked.Exchange(ref _waitedFor, last);
            while (!_woken && Volatile.Read(ref _stopping) == 0 && !AllDone(last))
            {
                // With a distant dialer, this many results take a while, so the first one is returned as soon as it is available.
                if (!Monitor.Wait(_gate, Patience) && AllDone(_taken))
                {
                    break;
                }
            }

            Interlocked.Exchange(ref _waitedFor, -1);
            _woken = false;
        }
    }

    /// <summary>Ends a wait.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Starts no new work from now on. Work in progress continues.</summary>
    public void StopStarting()
    {
        Interlocked.Exchange(ref _stopping, 1);
        Wake();
    }

    /// <summary>Gives work in progress some time, then cancels it.</summary>
    /// <returns>The number of items whose work began but did not finish.</returns>
    public int Abandon(TimeSpan grace)
    {
        Interlocked.Exchange(ref _stopping, 1);
        DateTime end = DateTime.UtcNow + grace;
        WaitForWorkers(end);
        int underWay = 0;
        for (long index = _taken; index < Math.Min(Interlocked.Read(ref _claimed), _added); index++)
        {
            underWay += _ring[index % _ring.Length] is { } entry && !Volatile.Read(ref entry.IsDone) ? 1 : 0;
        }

        _cancellation.Cancel();
        WaitForWorkers(DateTime.UtcNow + LastWords);
        return underWay;
    }

    private void WaitForWorkers(DateTime end)
    {
        lock (_gate)
        {
            while (Volatile.Read(ref _workers) > 0 && DateTime.UtcNow < end)
            {
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(Math.Max(1, (end - DateTime.UtcNow).TotalMilliseconds)));
            }
        }
    }

    private bool TryPut(Entry entry)
    {
        if (_added - _taken == _ring.Length)
        {
            return false;
        }

        Volatile.Write(ref _ring[_added % _ring.Length], entry);
        Interlocked.Exchange(ref _added, _added + 1);
        return true;
    }

    private bool AllDone(long last)
    {
        // Starts with the last item, because it is the most likely to be still in progress.
        for (long index = last; index >= _taken; index--)
        {
            if (_ring[index % _ring.Length] is not { } entry || !Volatile.Read(ref entry.IsDone))
            {
                return false;
            }
        }

        return true;
    }

    private void StartWorker()
    {
        int workers = Volatile.Read(ref _workers);
        while (workers < _maximumInFlight && Volatile.Read(ref _stopping) == 0)
        {
            int seen = Interlocked.CompareExchange(ref _workers, workers + 1, workers);
            if (seen == workers)
            {
                // Not on the caller's thread, which adds the next item while this one is sent.
                ThreadPool.UnsafeQueueUserWorkItem(static pump => _ = ((OrderedPump<TItem, TResult>)pump!).WorkAsync(), this);
                return;
            }

            workers = seen;
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            while (Claim() is { } entry)
            {
                try
                {
                    entry.Result = await _work(entry.Item, _cancellation.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    // The thread that cancels has counted the items in progress.
                    break;
                }

                Volatile.Write(ref entry.IsDone, true);
                Interlocked.MemoryBarrier();
                long last = Volatile.Read(ref _waitedFor);
                if (last >= entry.Index && AllSeenDone(entry.Index, last))
                {
                    Pulse();
                }
            }

            Interlocked.Decrement(ref _workers);
            if (Volatile.Read(ref _stopping) != 0)
            {
                Pulse();
                return;
            }

            // An item may have been added after the last check and before this worker was removed from the count.
            if (Interlocked.Read(ref _claimed) >= Interlocked.Read(ref _added))
            {
                return;
            }

            int workers = Volatile.Read(ref _workers);
            if (workers >= _maximumInFlight || Interlocked.CompareExchange(ref _workers, workers + 1, workers) != workers)
            {
                return;
            }
        }
    }

    /// <summary>Whether the items that a thread waits for are done, as a worker sees it. The waiting thread checks again.</summary>
    private bool AllSeenDone(long from, long last)
    {
        for (long index = last; index > from; index--)
        {
            if (_ring[index % _ring.Length] is { } entry && entry.Index == index && !Volatile.Read(ref entry.IsDone))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next item that no worker has claimed; null if there is none, or if no more work may start.</summary>
    private Entry? Claim()
    {
        while (Volatile.Read(ref _stopping) == 0)
        {
            long next = Interlocked.Read(ref _claimed);
            if (next >= Interlocked.Read(ref _added))
            {
                return null;
            }

            if (Interlocked.CompareExchange(ref _claimed, next + 1, next) == next
                && Volatile.Read(ref _ring[next % _ring.Length]) is { IsKnown: false } entry && entry.Index == next)
            {
                // The thread that stops counts the claimed items, so an item that was claimed too late for that must not start.
                if (Volatile.Read(ref _stopping) != 0)
                {
                    return null;
                }

                // An item with a known result needs no work, and may already have been taken and replaced.
                return entry;
            }
        }

        return null;
    }

    private void Pulse()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Entry
    {
        public bool IsDone;

        public Entry(long index, TItem item)
        {
            Index = index;
            Item = item;
        }

        public long Index { get; }

        public TItem Item { get; }

        public TResult? Result { get; set; }

        public bool IsKnown { get; set; }
    }
}
