using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>Serves a handler over HTTP/1.1 on the loopback interface. Needs no administrator rights.</summary>
public sealed class SimulatorHost : IDisposable
{
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(10);

    private readonly TcpListener _listener;
    private readonly IRequestHandler _handler;
    private readonly FaultPlan _faults;
    private readonly IRequestObserver? _observer;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopToken;
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private int _isDisposed;

    private SimulatorHost(TcpListener listener, IRequestHandler handler, FaultPlan faults, IRequestObserver? observer)
    {
        _listener = listener;
        _handler = handler;
        _faults = faults;
        _observer = observer;
        _stopToken = _stopping.Token;
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Uri = new Uri($"http://127.0.0.1:{Port}/");
    }

    /// <summary>The address to connect to.</summary>
    public Uri Uri { get; }

    /// <summary>The port in use.</summary>
    public int Port { get; }

    internal bool IsRunning => _isDisposed == 0;

    /// <summary>Starts serving.</summary>
    /// <param name="handler">Answers the requests.</param>
    /// <param name="port">A port, or 0 for any free one.</param>
    /// <param name="faults">What shall go wrong, or null for nothing.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public static SimulatorHost Start(IRequestHandler handler, int port = 0, FaultPlan? faults = null) => Start(handler, port, faults, null);

    /// <summary>Stops serving and closes every open connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _stopping.Cancel();
        _listener.Stop();
        foreach (HttpConnection connection in _connections.Keys)
        {
            connection.Dispose();
        }

        _stopping.Dispose();
    }

    internal static SimulatorHost Start(IRequestHandler handler, int port, FaultPlan? faults, IRequestObserver? observer)
    {
        if (handler is null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ArgumentOutOfRangeException(nameof(port), port, "A port is a number from 0 to 65535.");
        }

        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start(512);
        }
        catch (SocketException failure)
        {
            throw new IOException(
                failure.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"Port {port} on 127.0.0.1 is in use. Choose another port, or 0 for any free one."
                    : $"Port {port} on 127.0.0.1 cannot be opened: {failure.Message}",
                failure);
        }

        var host = new SimulatorHost(listener, handler, faults ?? new FaultPlan(), observer);
        _ = Task.Run(host.AcceptAsync);
        return host;
    }

    private async Task AcceptAsync()
    {
        while (!_stopToken.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                var connection = new HttpConnection(socket, _handler, _faults, _observer, _stopToken);
                _connections.TryAdd(connection, true);

                // Disposing may have gone over the list just before this connection came into it.
                if (_stopToken.IsCancellationRequested)
                {
                    connection.Dispose();
                }

                _ = ServeAsync(connection);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the host is being disposed, or a client left before it was accepted. Where the system is
                // short of sockets, asking again at once would only take up a processor.
                await Task.WhenAny(Task.Delay(AcceptPause, _stopToken)).ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(HttpConnection connection)
    {
        // A synchronous first answer must not hold up the next connection.
        await Task.Yield();
        await connection.RunAsync().ConfigureAwait(false);
        _connections.TryRemove(connection, out _);
    }
}
