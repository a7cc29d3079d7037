namespace Vicidial.Client.Floor;

/// <summary>When to send the next request: at fixed intervals from the first one, so that slow responses do not accumulate.</summary>
public sealed class PollSchedule
{
    private readonly TimeSpan _interval;
    private DateTimeOffset? _next;

    /// <summary>Sets the interval.</summary>
    public PollSchedule(TimeSpan interval) => _interval = interval;

    /// <summary>How long to wait before the next request. Times that have already passed are skipped.</summary>
    public TimeSpan NextWait(DateTimeOffset now)
    {
        if (_next is not { } due)
        {
            _next = now + _interval;
            return TimeSpan.Zero;
        }

        // If the clock was set back, there would be no poll for a long time; if it was set forward, there would be many at once.
        if (due - now > _interval)
        {
            due = now;
        }
        else if (due < now)
        {
            long late = (now - due).Ticks;
            due += TimeSpan.FromTicks((late + _interval.Ticks - 1) / _interval.Ticks * _interval.Ticks);
        }

        _next = due + _interval;
        return due - now;
    }
}
