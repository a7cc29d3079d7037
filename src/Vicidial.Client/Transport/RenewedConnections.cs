using Vicidial.Client.Timing;

namespace Vicidial.Client.Transport;

/// <summary>
/// Renews the pooled connections from time to time. Otherwise, a run of many hours would keep using the first address, even after the dialer has
/// moved to another one.
/// </summary>
internal sealed class RenewedConnections : IDisposable
{
    /// <summary>How long connections are used. Clients usually do not cache the name of a server that moves for longer than this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly Func<HttpMessageHandler> _make;
    private readonly ITimeSource _time;
    private Generation _current;
    private Generation? _previous;
    private bool _isDisposed;

    /// <summary>Makes the first connections.</summary>
    /// <param name="make">Creates the handler that sends requests.</param>
    /// <param name="time">The clock.</param>
    public RenewedConnections(Func<HttpMessageHandler> make, ITimeSource time)
    {
        _make = make;
        _time = time;
        _current = Make();
    }

    /// <summary>The invoker for the next request.</summary>
    public HttpMessageInvoker Current
    {
        get
        {
            Generation current = Volatile.Read(ref _current);
            return _time.UtcNow - current.Born < Lifetime ? current.Invoker : Renew(current);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _previous?.Invoker.Dispose();
            _current.Invoker.Dispose();
        }
    }

    private HttpMessageInvoker Renew(Generation old)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_current, old) && !_isDisposed)
            {
                // The old connections may still have requests in progress. They are closed at the next renewal.
                _previous?.Invoker.Dispose();
                _previous = old;
                Volatile.Write(ref _current, Make());
            }

            return _current.Invoker;
        }
    }

    // The bare invoker: the default headers and the time limit that a client would add are handled elsewhere at a lower cost.
    private Generation Make() => new(new HttpMessageInvoker(_make()), _time.UtcNow);

    private sealed record Generation(HttpMessageInvoker Invoker, DateTimeOffset Born);
}
