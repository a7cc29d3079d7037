using Vicidial.Client.Errors;
using Vicidial.Client.Timing;

namespace Vicidial.Client.Transport;

/// <summary>How long to wait before a request is retried: exponential, with a random part, and at least as long as the server asks.</summary>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly int _maximumRetryCount;
    private readonly TimeSpan _interval;
    private readonly ITimeSource _time;

    public RetryPolicy(int maximumRetryCount, TimeSpan interval, ITimeSource time)
    {
        _maximumRetryCount = maximumRetryCount;
        _interval = interval;
        _time = time;
    }

    /// <summary>The wait after a failed attempt, or null if the request is not retried.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="mayRepeat">Whether the request is harmless when made twice.</param>
    public TimeSpan? NextWait(int attempt, DialerException failure, bool mayRepeat)
    {
        if (attempt > _maximumRetryCount || !failure.IsPassing || !(mayRepeat || failure.NeverSent))
        {
            return null;
        }

        TimeSpan? until = failure.RetryAt - _time.UtcNow;
        if ((failure.RetryAfter ?? until) is { } asked)
        {
            // If a server asks for a longer wait than a person would accept, the request is not retried.
            return asked > Longest ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
        }

        double factor = Math.Pow(2, attempt - 1) * (0.75 + (0.25 * _time.NextJitter()));
        return TimeSpan.FromTicks((long)Math.Min(_interval.Ticks * factor, Longest.Ticks));
    }
}
