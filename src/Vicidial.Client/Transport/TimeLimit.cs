using System.Collections.Concurrent;
using System.Diagnostics;
using Vicidial.Client.Timing;

namespace Vicidial.Client.Transport;

/// <summary>
/// Ends the waits of one request when the time limit is reached or the caller cancels. Limits are reused, because each has a timer, and creating one
/// for every request costs as much as writing the request.
/// </summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Pool _pool;
    private CancellationTokenRegistration _caller;
    private long _began;
    private bool _mayHaveEnded;

    private TimeLimit(Pool pool) => _pool = pool;

    /// <summary>Is canceled when the time limit is reached or the caller cancels.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time limit is reached or the caller has canceled.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_pool.IsClosed;

    /// <summary>Whether the whole connection was closed.</summary>
    public bool IsClosed => _pool.IsClosed;

    /// <summary>Begins a wait.</summary>
    public void Start()
    {
        _began = Stopwatch.GetTimestamp();
        _pool.Time.CancelAfter(_source, _pool.Timeout);
    }

    /// <summary>A wait has ended in time.</summary>
    public void Stop()
    {
        _pool.Time.CancelAfter(_source, Timeout.InfiniteTimeSpan);

        // A timer that has just elapsed may cancel slightly later. Its limit must then not be reused.
        _mayHaveEnded |= (Stopwatch.GetTimestamp() - _began) / (double)Stopwatch.Frequency > _pool.Timeout.TotalSeconds / 2;
    }

    /// <summary>The response is complete and no wait uses this limit any more, so it can be reused.</summary>
    public void Release()
    {
        _caller.Dispose();
        _caller = default;
        if (_mayHaveEnded || _source.IsCancellationRequested)
        {
            Dispose();
        }
        else
        {
            _pool.Idle.Add(this);
        }
    }

    /// <summary>Disposes of the limit.</summary>
    public void Dispose()
    {
        _caller.Dispose();
        _pool.Remove(this);
        _source.Dispose();
    }

    private void End()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Its request has ended in the meantime.
        }
    }

    /// <summary>The limits of one connection.</summary>
    internal sealed class Pool : IDisposable
    {
        // All limits, idle or not. There are few, because they are reused.
        private readonly HashSet<TimeLimit> _all = [];
        private volatile bool _isClosed;

        public Pool(TimeSpan timeout, ITimeSource time)
        {
            Timeout = timeout;
            Time = time;
        }

        /// <summary>The time limit for a wait.</summary>
        public TimeSpan Timeout { get; }

        /// <summary>The clock.</summary>
        public ITimeSource Time { get; }

        /// <summary>Whether the connection was closed.</summary>
        public bool IsClosed => _isClosed;

        internal ConcurrentBag<TimeLimit> Idle { get; } = [];

        /// <summary>A limit for a request that ends with its caller.</summary>
        public TimeLimit Take(CancellationToken caller)
        {
            if (!Idle.TryTake(out TimeLimit? limit))
            {
                limit = new TimeLimit(this);
                lock (_all)
                {
                    _all.Add(limit);
                }
            }

            limit._caller = caller.Register(static source => ((CancellationTokenSource)source!).Cancel(), limit._source);
            return limit;
        }

        /// <summary>Ends all waits.</summary>
        public void Dispose()
        {
            TimeLimit[] open;
            lock (_all)
            {
                _isClosed = true;
                open = [.. _all];
                _all.Clear();
            }

            foreach (TimeLimit limit in open)
            {
                limit.End();
            }
        }

        internal void Remove(TimeLimit limit)
        {
            lock (_all)
            {
                _all.Remove(limit);
            }
        }
    }
}
