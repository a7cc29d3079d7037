using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Vicidial.Http;

/// <summary>
/// Serves a handler over HTTP/1.1 and HTTP/1.0. The platform's own server needs administrator rights on Windows, rejects what some senders of
/// VICIdial write, and cannot reset a connection or cut a response.
/// </summary>
public sealed class HttpServer : IDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(250);

    private readonly TcpListener _listener;
    private readonly IHttpHandler _handler;
    private readonly HttpServerOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopToken;
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private readonly Timer? _sweep;
    private readonly Task _accepting;
    private volatile bool _isClosing;
    private int _isDisposed;

    private HttpServer(TcpListener listener, IHttpHandler handler, HttpServerOptions options)
    {
        _listener = listener;
        _handler = handler;
        _options = options;
        _stopToken = _stopping.Token;
        EndPoint = (IPEndPoint)listener.LocalEndpoint;
        if (options.RequestTimeout is not null || options.IdleTimeout is not null)
        {
            _sweep = new Timer(_ => Sweep(), null, SweepInterval, SweepInterval);
        }

        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>The address and port in use.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Whether the server accepts connections.</summary>
    public bool IsRunning => _isDisposed == 0 && !_isClosing;

    /// <summary>How many connections are open.</summary>
    public int ConnectionCount => _connections.Count;

    /// <summary>Starts serving.</summary>
    /// <param name="handler">Handles the requests.</param>
    /// <param name="options">What to listen on and what to accept.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="IOException">The port is in use, or may not be opened.</exception>
    public static HttpServer Start(IHttpHandler handler, HttpServerOptions options)
    {
        if (handler is null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Port, "The port must be from 0 to 65535.");
        }

        var listener = new TcpListener(options.Address, options.Port);
        try
        {
            if (options.Address.Equals(IPAddress.IPv6Any))
            {
                listener.Server.DualMode = true;
            }

            listener.Start(Backlog);
        }
        catch (SocketException failure)
        {
            listener.Stop();
            throw new IOException(
                failure.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse =>
                        $"Port {options.Port} on {options.Address} is in use. Choose another port, or 0 for any free one.",
                    SocketError.AccessDenied => $"This account is not allowed to open port {options.Port} on {options.Address}.",
                    SocketError.AddressNotAvailable => $"This computer does not have the address {options.Address}.",
                    _ => $"Cannot open port {options.Port} on {options.Address}: {failure.Message}",
                },
                failure);
        }

        return new HttpServer(listener, handler, options);
    }

    /// <summary>Stops accepting connections, finishes the current requests, and closes every connection.</summary>
    /// <param name="grace">How long current requests may take.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        _isClosing = true;
        try
        {
            // Clients that are connected but not yet accepted get a response, too, unless new ones keep arriving.
            long end = HttpConnection.Now + (long)grace.TotalMilliseconds;
            while (HttpConnection.Now < end && _isDisposed == 0 && _listener.Pending())
            {
                await Task.Delay(AcceptPause).ConfigureAwait(false);
            }

            _listener.Stop();
            while (HttpConnection.Now < end && _connections.Keys.Any(static connection => connection.IsBusy))
            {
                await Task.Delay(AcceptPause).ConfigureAwait(false);
            }

            foreach (HttpConnection connection in _connections.Keys)
            {
                connection.End();
            }
        }
        catch (Exception failure) when (failure is ObjectDisposedException or InvalidOperationException or SocketException)
        {
            // Another thread has stopped it.
        }

        Dispose();
    }

    /// <summary>Stops serving and closes every open connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _sweep?.Dispose();
        _stopping.Cancel();
        _listener.Stop();
        foreach (HttpConnection connection in _connections.Keys)
        {
            connection.Dispose();
        }

        _ = _accepting.ContinueWith(_ => _stopping.Dispose(), TaskScheduler.Default);
    }

    private async Task AcceptAsync()
    {
        while (!_stopToken.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                HttpRejection? rejection = MakeRoom() ? null : HttpRejection.TooManyConnections;
                var connection = new HttpConnection(socket, _handler, _options, _stopToken);
                _connections.TryAdd(connection, true);

                // Disposal may have closed the listed connections just before this one was added.
                if (_stopToken.IsCancellationRequested)
                {
                    connection.Dispose();
                }

                _ = ServeAsync(connection, rejection);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                if (_isClosing)
                {
                    return;
                }

                // Either the server is being disposed, or a client disconnected before it was accepted. If the system is short of sockets, an
                // immediate retry would only use processor time.
                await Task.WhenAny(Task.Delay(AcceptPause, _stopToken)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Closes the connection of the client that has kept the server waiting longest, so that slow clients cannot block the others.</summary>
    private bool MakeRoom()
    {
        if (_options.MaximumConnections == 0 || _connections.Count < _options.MaximumConnections)
        {
            return true;
        }

        KeyValuePair<HttpConnection, bool>[] waiting = _connections.Where(static one => one.Key.IsReading).ToArray();
        if (waiting.Length == 0)
        {
            return false;
        }

        HttpConnection slowest = waiting.Select(static one => one.Key).OrderBy(static one => one.Since).First();
        _connections.TryRemove(slowest, out _);
        slowest.End();
        return true;
    }

    private async Task ServeAsync(HttpConnection connection, HttpRejection? rejection)
    {
        // A handler that responds synchronously must not delay the next connection.
        await Task.Yield();
        await connection.RunAsync(rejection).ConfigureAwait(false);
        _connections.TryRemove(connection, out _);
    }

    private void Sweep()
    {
        foreach (HttpConnection connection in _connections.Keys)
        {
            connection.EndIfLate();
        }
    }
}
