using Vicidial.Client.Timing;

namespace Vicidial.Client.Tests.Support;

/// <summary>A clock that only a test moves. Waits end immediately and are recorded; limits end when the test requests it.</summary>
internal sealed class FakeTime : ITimeSource
{
    private readonly object _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly Dictionary<CancellationTokenSource, TimeSpan> _limits = [];
    private int _limitsSet;

    public DateTimeOffset UtcNow { get; private set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public double Jitter { get; set; } = 1;

    /// <summary>Runs when a wait begins.</summary>
    public Action? OnWait { get; set; }

    /// <summary>The number of the limit that ends as soon as it is set; 0 for none.</summary>
    public int ExpireLimit { get; set; }

    /// <summary>Makes waits last until they are canceled.</summary>
    public bool WaitsLast { get; set; }

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return _waits.ToArray();
            }
        }
    }

    public int RunningLimits
    {
        get
        {
            lock (_gate)
            {
                return _limits.Count;
            }
        }
    }

    /// <summary>How many limits were set so far.</summary>
    public int LimitsSet => Volatile.Read(ref _limitsSet);

    public async Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _waits.Add(duration);
            UtcNow += duration;
        }

        OnWait?.Invoke();
        if (WaitsLast)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public void CancelAfter(CancellationTokenSource source, TimeSpan duration)
    {
        bool now = false;
        lock (_gate)
        {
            if (duration == Timeout.InfiniteTimeSpan)
            {
                _limits.Remove(source);
            }
            else
            {
                _limits[source] = duration;
                now = ++_limitsSet == ExpireLimit;
            }
        }

        if (now)
        {
            source.Cancel();
        }
    }

    public double NextJitter() => Jitter;

    /// <summary>Lets every running limit end.</summary>
    public void Expire()
    {
        CancellationTokenSource[] due;
        lock (_gate)
        {
            due = _limits.Keys.ToArray();
            _limits.Clear();
        }

        foreach (CancellationTokenSource source in due)
        {
            source.Cancel();
        }
    }
}
