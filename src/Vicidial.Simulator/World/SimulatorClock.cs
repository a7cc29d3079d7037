using System;

namespace Vicidial.Simulator.World;

/// <summary>The dialer's clock. It runs with real time, or stands still at a given start until it is stepped.</summary>
public sealed class SimulatorClock
{
    private readonly object _gate = new();
    private readonly DateTimeOffset? _frozenAt;
    private TimeSpan _ahead;

    /// <summary>Makes a clock.</summary>
    /// <param name="offset">The dialer's distance from UTC; five hours behind where not given.</param>
    /// <param name="start">The dialer's local time at which the clock stands still, or null for a clock that runs.</param>
    public SimulatorClock(TimeSpan? offset = null, DateTime? start = null)
    {
        Offset = offset ?? TimeSpan.FromHours(-5);
        _frozenAt = start is DateTime local ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset) : null;
    }

    /// <summary>Tells that the clock was moved on by hand.</summary>
    internal event Action? Advanced;

    /// <summary>The dialer's local time.</summary>
    public DateTime Now => UtcNow.ToOffset(Offset).DateTime;

    /// <summary>The dialer's time in UTC.</summary>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return (_frozenAt?.ToUniversalTime() ?? DateTimeOffset.UtcNow) + _ahead;
            }
        }
    }

    /// <summary>The dialer's distance from UTC.</summary>
    public TimeSpan Offset { get; }

    /// <summary>Whether the clock stands still between steps.</summary>
    public bool IsFrozen => _frozenAt is not null;

    /// <summary>Moves the clock on, whether it runs or stands still.</summary>
    /// <param name="time">How far.</param>
    public void Advance(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "The simulator's clock can only move forward.");
        }

        lock (_gate)
        {
            _ahead += time;
        }

        Advanced?.Invoke();
    }
}
