using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace Vicidial.Client.Bulk;

/// <summary>
/// Runs work for many items side by side and gives the results back in the order of the items. One thread adds and takes;
/// it never waits for the work of an item that others can overtake, and never holds more than a window of them.
/// </summary>
/// <typeparam name="TItem">What work is done for.</typeparam>
/// <typeparam name="TResult">What comes of it; failures are results, too: the work must not throw but for cancellation.</typeparam>
public sealed class OrderedPump<TItem, TResult> : IDisposable
{
    private readonly object _gate = new();
    private readonly Func<TItem, CancellationToken, Task<TResult>> _work;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Slot[] _slots;
    private readonly int _maximumInFlight;
    private long _taken;
    private long _started;
    private long _added;
    private int _inFlight;
    private bool _stopping;
    private bool _woken;

    /// <summary>Makes a pump.</summary>
    /// <param name="maximumInFlight">How many items are worked on at once.</param>
    /// <param name="work">What is done for an item.</param>
    public OrderedPump(int maximumInFlight, Func<TItem, CancellationToken, Task<TResult>> work)
    {
        _maximumInFlight = maximumInFlight;
        _work = work;

        // Room for results that wait behind a slow one, so that it does not idle the others.
        _slots = new Slot[Math.Max(16, maximumInFlight * 4)];
    }

    /// <summary>The number of items whose result was not taken yet.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return (int)(_added - _taken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    /// <summary>Adds an item.</summary>
    /// <returns>False where the window is full: take results first.</returns>
    public bool TryAdd(TItem item)
    {
        lock (_gate)
        {
            if (_added - _taken == _slots.Length)
            {
                return false;
            }

            _slots[_added++ % _slots.Length] = new Slot { Item = item };
        }

        StartNext();
        return true;
    }

    /// <summary>Adds an item whose result is known already, in its place among the others.</summary>
    /// <returns>False where the window is full: take results first.</returns>
    public bool TryAddResult(TItem item, TResult result)
    {
        lock (_gate)
        {
            if (_added - _taken == _slots.Length)
            {
                return false;
            }

            _slots[_added++ % _slots.Length] = new Slot { Item = item, Result = result, IsDone = true };
            return true;
        }
    }

    /// <summary>Takes the oldest item with its result, where that is there.</summary>
    public bool TryTake([NotNullWhen(true)] out TItem? item, out TResult? result)
    {
        lock (_gate)
        {
            ref Slot slot = ref _slots[_taken % _slots.Length];
            if (_taken == _added || !slot.IsDone)
            {
                item = default;
                result = default;
                return false;
            }

            item = slot.Item!;
            result = slot.Result;
            slot = default;
            _taken++;
            return true;
        }
    }

    /// <summary>Waits until the oldest result is there, or until <see cref="Wake"/>.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            while (!_woken && _taken < _added && !_slots[_taken % _slots.Length].IsDone)
            {
                Monitor.Wait(_gate);
            }

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

    /// <summary>Starts nothing new from now on; what is in flight goes on.</summary>
    public void StopStarting()
    {
        lock (_gate)
        {
            _stopping = true;
            _woken = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Gives what is in flight some time, then cancels it.</summary>
    /// <returns>The number of items whose work had begun and whose end was not seen.</returns>
    public int Abandon(TimeSpan grace)
    {
        DateTime end = DateTime.UtcNow + grace;
        lock (_gate)
        {
            _stopping = true;
            while (_inFlight > 0 && DateTime.UtcNow < end)
            {
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(Math.Max(1, (end - DateTime.UtcNow).TotalMilliseconds)));
            }
        }

        _cancellation.Cancel();
        lock (_gate)
        {
            return _inFlight;
        }
    }

    private void StartNext()
    {
        while (true)
        {
            long index;
            TItem item;
            lock (_gate)
            {
                // Items whose result was known from the start are passed over.
                while (_started < _added && _slots[_started % _slots.Length].IsDone)
                {
                    _started++;
                }

                _started = Math.Max(_started, _taken);
                if (_stopping || _inFlight == _maximumInFlight || _started >= _added)
                {
                    return;
                }

                index = _started++;
                item = _slots[index % _slots.Length].Item!;
                _inFlight++;
            }

            _ = RunAsync(index, item);
        }
    }

    private async Task RunAsync(long index, TItem item)
    {
        TResult? result = default;
        bool done = false;
        try
        {
            result = await _work(item, _cancellation.Token).ConfigureAwait(false);
            done = true;
        }
        catch (OperationCanceledException)
        {
            // Whoever cancels counts what was in flight.
        }

        lock (_gate)
        {
            if (done)
            {
                ref Slot slot = ref _slots[index % _slots.Length];
                slot.Result = result;
                slot.IsDone = true;
                _inFlight--;
            }

            if (index == _taken || _stopping)
            {
                Monitor.PulseAll(_gate);
            }
        }

        StartNext();
    }

    private struct Slot
    {
        public TItem? Item;
        public TResult? Result;
        public bool IsDone;
    }
}
