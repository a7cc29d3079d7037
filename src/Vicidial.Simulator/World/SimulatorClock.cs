namespace Vicidial.Simulator.World;

/// <summary>The dialer's clock. It runs in real time, or stays at a given start time until it is advanced.</summary>
public sealed class SimulatorClock
{
    private readonly object _gate = new();
    private readonly DateTimeOffset? _frozenAt;
    private TimeSpan _ahead;

    /// <summary>Makes a clock.</summary>
    /// <param name="offset">The UTC offset of the dialer; by default, -5 hours.</param>
    /// <param name="start">The dialer's local time at which the clock stays, or null for a running clock.</param>
    public SimulatorClock(TimeSpan? offset = null, DateTime? start = null)
    {
        Offset = offset ?? TimeSpan.FromHours(-5);
        _frozenAt = start is DateTime local ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset) : null;
    }

    /// <summary>Occurs after the clock was advanced.</summary>
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

    /// <summary>The dialer's offset from UTC.</summary>
    public TimeSpan Offset { get; }

    /// <summary>Whether the clock only moves when it is advanced.</summary>
    public bool IsFrozen => _frozenAt is not null;

    /// <summary>Moves the clock forward, whether it runs or not.</summary>
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
