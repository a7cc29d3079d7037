namespace Vicidial.Client.Timing;

/// <summary>The pace of the requests that are made for one row of a load: its lookups, its change, and their retries, one after another.</summary>
public sealed class RequestPace
{
    private readonly RateLimit _limit;
    private TimeSpan _waited;

    internal RequestPace(RateLimit limit) => _limit = limit;

    /// <summary>Whether a request was released. A request that still waits has done nothing.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>How long requests have waited since the last call. This time does not count as the dialer's.</summary>
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
