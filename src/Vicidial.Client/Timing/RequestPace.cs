using System;
using System.Threading;
using System.Threading.Tasks;

namespace Vicidial.Client.Timing;

/// <summary>The pace of the requests that are made for one row of a load: its look-ups, its change and their repeats, one after the other.</summary>
public sealed class RequestPace
{
    private readonly RateLimit _limit;
    private TimeSpan _waited;

    internal RequestPace(RateLimit limit) => _limit = limit;

    /// <summary>Whether a request was let go. One that waits for its time has done nothing yet.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>How long requests have waited since this was asked last: it is no time that the dialer took.</summary>
    public TimeSpan TakeWaited()
    {
        TimeSpan waited = _waited;
        _waited = TimeSpan.Zero;
        return waited;
    }

    internal async Task WaitAsync(CancellationToken cancellationToken)
    {
        _waited += await _limit.WaitAsync(cancellationToken).ConfigureAwait(false);
        HasBegun = true;
    }
}
