using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Vicidial.Http;

/// <summary>Serves one connection, one request after the other, until either side ends it.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int LargestJoined = 64 * 1024;
    private const int LargestDrained = 1024 * 1024;

    private const int Reading = 0;
    private const int Working = 1;
    private const int Writing = 2;
    private const int Ended = 3;

    /// <summary>A reset may overtake bytes that the client has not yet read, so the headers get this head start.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket;
    private readonly IPAddress _remoteAddress;
    private readonly IHttpHandler _handler;
    private readonly HttpServerOptions _options;
    private readonly ResponseHead _head;
    private readonly CancellationToken _stopping;
    private ITransport? _transport;
    private byte[] _output = new byte[1024];
    private int _phase = Reading;
    private bool _hasRequest;
    private long _since = Now;

    public HttpConnection(Socket socket, IHttpHandler handler, HttpServerOptions options, CancellationToken stopping)
    {
        _socket = socket;
        _remoteAddress = AddressOf(socket);
        _handler = handler;
        _options = options;
        _head = new ResponseHead(options.ServerName);
        _stopping = stopping;
    }

    /// <summary>Milliseconds on a monotonic clock.</summary>
    public static long Now => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000);

    /// <summary>Whether a request is being handled or its response is being written.</summary>
    public bool IsBusy => Volatile.Read(ref _phase) is Working or Writing || (Volatile.Read(ref _phase) == Reading && Volatile.Read(ref _hasRequest));

    /// <summary>Whether the server waits for the client to send a request.</summary>
    public bool IsReading => Volatile.Read(ref _phase) == Reading;

    /// <summary>When the current phase began.</summary>
    public long Since => Volatile.Read(ref _since);

    public void Dispose()
    {
        _transport?.Dispose();
        _socket.Dispose();
    }

    /// <summary>Runs until the connection ends. The client can close it at any time without an error.</summary>
    /// <param name="rejection">Why nothing but a rejection is sent, or null.</param>
    public async Task RunAsync(HttpRejection? rejection)
    {
        try
        {
            _socket.NoDelay = true;
            _transport = _options.Certificate is null
                ? new SocketTransport(_socket)
                : await TlsTransport.HandshakeAsync(_socket, _options.Certificate).ConfigureAwait(false);
            rejection ??= _options.AllowsAddress?.Invoke(_remoteAddress) == false ? HttpRejection.AddressNotAllowed : null;
            var reader = new HttpRequestReader(_transport, _options, _remoteAddress) { Started = MarkStart };
            while (await ServeNextAsync(reader, rejection).ConfigureAwait(false))
            {
                _stopping.ThrowIfCancellationRequested();
            }

            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException or OperationCanceledException
            or AuthenticationException or InvalidOperationException)
        {
            // The client or the server has ended the connection.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the connection if it has kept the server waiting for too long.</summary>
    public void EndIfLate()
    {
        bool isGreeting = _options.Certificate is not null && _transport is null;
        TimeSpan? limit = Volatile.Read(ref _phase) switch
        {
            Reading => isGreeting || Volatile.Read(ref _hasRequest) ? _options.RequestTimeout : _options.IdleTimeout,
            Writing => _options.IdleTimeout,
            _ => null,
        };
        if (limit is { } time && Now - Since > time.TotalMilliseconds)
        {
            End();
        }
    }

    /// <summary>Ends the connection now. A client that is still sending its request gets the reason.</summary>
    public void End()
    {
        if (Interlocked.CompareExchange(ref _phase, Ended, Reading) == Reading)
        {
            _ = SayGoodbyeAsync();
        }
        else if (Interlocked.CompareExchange(ref _phase, Ended, Writing) == Writing)
        {
            Dispose();
        }
    }

    private static IPAddress AddressOf(Socket socket)
    {
        try
        {
            IPAddress address = (socket.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
            return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }
        catch (SocketException)
        {
            return IPAddress.None;
        }
    }

    private async Task SayGoodbyeAsync()
    {
        try
        {
            if (Volatile.Read(ref _hasRequest) && _transport is { } transport)
            {
                Task said = WriteAsync(transport, _handler.Reject(HttpRejection.TimedOut));
                await Task.WhenAny(said, Task.Delay(1000, _stopping)).ConfigureAwait(false);
            }

            // Closing a socket that is being read resets it; after a shutdown the read ends, and the reader closes the socket.
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException or InvalidOperationException
            or OperationCanceledException)
        {
            Dispose();
        }
    }

    private async Task WriteAsync(ITransport transport, HttpResponse response)
    {
        var output = new byte[1024];
        int length = _head.Write(response, keepAlive: false, ref output);
        await transport.WriteAsync(output, 0, length).ConfigureAwait(false);
        await transport.WriteAsync(response.Body, 0, response.Body.Length).ConfigureAwait(false);
    }

    private void MarkStart()
    {
        Volatile.Write(ref _since, Now);
        Volatile.Write(ref _hasRequest, true);
    }

    private bool Enter(int phase, int from)
    {
        Volatile.Write(ref _since, Now);
        return Interlocked.CompareExchange(ref _phase, phase, from) == from;
    }

    private async Task<bool> ServeNextAsync(HttpRequestReader reader, HttpRejection? rejection)
    {
        Volatile.Write(ref _hasRequest, false);
        if (!Enter(Reading, Volatile.Read(ref _phase) == Writing ? Writing : Reading))
        {
            return false;
        }

        HttpRequest? request = null;
        try
        {
            request = await reader.ReadAsync().ConfigureAwait(false);
            if (request is null)
            {
                return false;
            }

            if (rejection is null && _options.AllowsHost?.Invoke(request.Header("Host")) == false)
            {
                rejection = HttpRejection.HostNotAllowed;
            }
        }
        catch (RejectedRequestException rejected)
        {
            rejection ??= rejected.Rejection;
        }

        if (!Enter(Working, Reading))
        {
            return false;
        }

        if (rejection is { } reason)
        {
            if (Enter(Writing, Working))
            {
                await SendAsync(_handler.Reject(reason), keepAlive: false, withBody: true).ConfigureAwait(false);
                await DrainAsync().ConfigureAwait(false);
            }

            return false;
        }

        HttpResponse response = await HandleAsync(request!).ConfigureAwait(false);
        return Enter(Writing, Working) && await DeliverAsync(request!, response).ConfigureAwait(false);
    }

    private async Task<HttpResponse> HandleAsync(HttpRequest request)
    {
#pragma warning disable CA1031 // Like every web server: what goes wrong in a handler is status 500, never the end of the server.
        try
        {
            return await _handler.HandleAsync(request, _stopping).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HttpResponse.PlainText(500, "Internal server error\n");
        }
#pragma warning restore CA1031
    }

    private async Task<bool> DeliverAsync(HttpRequest request, HttpResponse response)
    {
        HttpDelivery delivery = response.Delivery;
        switch (delivery.Kind)
        {
            case HttpDeliveryKind.Reset:
                Reset();
                return false;
            case HttpDeliveryKind.Cut:
                await SendPartAsync(response, delivery.BodyBytes).ConfigureAwait(false);
                return false;
            case HttpDeliveryKind.ResetAfterHeaders:
                await SendPartAsync(response, 0).ConfigureAwait(false);
                await Task.Delay(delivery.Delay > TimeSpan.Zero ? delivery.Delay : HeadStart, _stopping).ConfigureAwait(false);
                Reset();
                return false;
            case HttpDeliveryKind.Stall:
                await SilenceAsync(delivery.Delay).ConfigureAwait(false);
                break;
            case HttpDeliveryKind.StallBody:
                int half = response.Body.Length / 2;
                await SendPartAsync(response, half).ConfigureAwait(false);
                await SilenceAsync(delivery.Delay).ConfigureAwait(false);
                await _transport!.WriteAsync(response.Body, half, response.Body.Length - half).ConfigureAwait(false);
                return false;
            default:
                break;
        }

        bool keepsAlive = request.KeepsAlive && !_stopping.IsCancellationRequested;
        await SendAsync(response, keepsAlive, request.Method != "HEAD").ConfigureAwait(false);
        return keepsAlive;
    }

    /// <summary>Reads what the client still sends. Closing with unread bytes would reset the connection and could lose the response.</summary>
    private async Task DrainAsync()
    {
        await _transport!.EndWritingAsync().ConfigureAwait(false);
        int left = LargestDrained;
        int received;
        do
        {
            received = await _transport.ReadAsync(_output, 0, _output.Length).ConfigureAwait(false);
            left -= received;
        }
        while (received > 0 && left > 0);
    }

    private Task SilenceAsync(TimeSpan delay) => Task.Delay(delay > TimeSpan.Zero ? delay : Timeout.InfiniteTimeSpan, _stopping);

    private void Reset()
    {
        // With a linger time of 0, Close sends a reset instead of an orderly end.
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    private async Task SendPartAsync(HttpResponse response, int bodyBytes)
    {
        int head = _head.Write(response, keepAlive: false, ref _output);
        await _transport!.WriteAsync(_output, 0, head).ConfigureAwait(false);
        await _transport.WriteAsync(response.Body, 0, Math.Min(bodyBytes, response.Body.Length)).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpResponse response, bool keepAlive, bool withBody)
    {
        int head = _head.Write(response, keepAlive, ref _output);
        int body = withBody ? response.Body.Length : 0;
        if (head + body > LargestJoined)
        {
            await _transport!.WriteAsync(_output, 0, head).ConfigureAwait(false);
            await _transport.WriteAsync(response.Body, 0, body).ConfigureAwait(false);
            return;
        }

        if (_output.Length < head + body)
        {
            Array.Resize(ref _output, Math.Max(head + body, _output.Length * 2));
        }

        Buffer.BlockCopy(response.Body, 0, _output, head, body);
        await _transport!.WriteAsync(_output, 0, head + body).ConfigureAwait(false);
    }
}
