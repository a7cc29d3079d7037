namespace Vicidial.Client.Timing;

/// <summary>Limits how many requests of a load begin in a second, whatever their purpose.</summary>
public sealed class RateLimit
{
    private readonly object _gate = new();
    private readonly TimeSpan _interval;
    private readonly ITimeSource _time;
    private DateTimeOffset _next;

    /// <summary>Makes a limit.</summary>
    /// <param name="maximumPerSecond">How many requests begin in a second.</param>
    /// <param name="time">The clock.</param>
    public RateLimit(double maximumPerSecond, ITimeSource time)
    {
        _interval = TimeSpan.FromSeconds(1 / maximumPerSecond);
        _time = time;
    }

    /// <summary>Waits until a request may begin.</summary>
    /// <returns>How long the wait was.</returns>
    internal async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            // Unused time is lost, not saved for later.
            DateTimeOffset now = _time.UtcNow;
            _next = _next > now ? _next : now;
            wait = _next - now;
            _next += _interval;
        }

        if (wait > TimeSpan.Zero)
        {
            await _time.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        return wait;
    }
}
