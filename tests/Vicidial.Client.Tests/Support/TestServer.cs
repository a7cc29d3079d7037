using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Vicidial.Client.Tests.Support;

/// <summary>A web server on a plain socket. It responds byte for byte as a test requires, and can misbehave in any way.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<TestRequest, TestConnection, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<TestRequest> _requests = new();
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly Task _accepting;
    private int _number;

    public TestServer(Func<TestRequest, TestConnection, Task> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start(256);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public TestServer(string body)
        : this((_, connection) => connection.ResponseAsync(body))
    {
    }

    public int Port { get; }

    public Uri Uri => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}");

    public IReadOnlyList<TestRequest> Requests => _requests.ToArray();

    /// <summary>How many connections were made to it.</summary>
    public int ConnectionCount => _sockets.Count;

    /// <summary>The requests to a function.</summary>
    public IReadOnlyList<TestRequest> RequestsTo(string function) => _requests.Where(request => request.Field("function") == function).ToArray();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (Socket socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            socket.NoDelay = true;
            _sockets.Add(socket);
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
            }

            await using (stream)
            {
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    var connection = new TestConnection(socket, stream);
                    await _answer(request, connection);
                    if (connection.IsClosed)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception gone)
            when (gone is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client has closed the connection, as it may.
        }
    }

    private async Task<TestRequest?> ReadAsync(Stream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        int headEnd = -1;
        int length = 0;
        while (headEnd < 0 || bytes.Count < headEnd + length)
        {
            int read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return null;
            }

            bytes.AddRange(buffer.AsSpan(0, read));
            if (headEnd < 0)
            {
                string text = Encoding.ASCII.GetString(bytes.ToArray());
                int blank = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                if (blank >= 0)
                {
                    headEnd = blank + 4;
                    string? own = text[..blank]
                        .Split("\r\n")
                        .FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                    length = own is null ? 0 : int.Parse(own["Content-Length:".Length..], CultureInfo.InvariantCulture);
                }
            }
        }

        byte[] all = bytes.ToArray();
        return new TestRequest(
            Interlocked.Increment(ref _number),
            Encoding.ASCII.GetString(all, 0, headEnd),
            Encoding.ASCII.GetString(all, headEnd, length)
        );
    }
}
