using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>A receiver that keeps the bytes of each request. The first part of the path after /m/ selects the response.</summary>
internal sealed class EventSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _received = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public EventSink()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        _listener.Dispose();
        _arrived.Dispose();
    }

    /// <summary>Waits for requests, and returns them as a dialer of the recordings would send them: to its receiver on port 9441.</summary>
    public async Task<IReadOnlyList<string>> ReceiveAsync(int count, CancellationToken stop)
    {
        for (int i = 0; i < count; i++)
        {
            if (!await _arrived.WaitAsync(TimeSpan.FromSeconds(20), stop))
            {
                throw new TimeoutException($"Only {i} of {count} requests arrived:\n{string.Join('\n', _received)}");
            }
        }

        return [.. _received.Select(one => one.Replace(Host, "127.0.0.1:9441", StringComparison.Ordinal))];
    }

    /// <summary>Waits for a request.</summary>
    public async Task<string> WaitAsync(Func<string, bool> isWanted, CancellationToken stop)
    {
        for (int count = 0; ; count = 1)
        {
            IReadOnlyList<string> received = await ReceiveAsync(count, stop);
            if (received.FirstOrDefault(isWanted) is string wanted)
            {
                return wanted;
            }
        }
    }

    private static string Respond(string request) => request.Split('/')[2] switch
    {
        "redir302" => "HTTP/1.1 302 Found\r\nLocation: /m/ok/target?came=redirect\r\nContent-Length: 0\r\n\r\n",
        "redir307" => "HTTP/1.1 307 Temporary Redirect\r\nLocation: /m/ok/target?came=redirect307\r\nContent-Length: 0\r\n\r\n",
        "401" => "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        "500" => "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
        "partial" => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc",
        "close" => string.Empty,
        _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK",
    };

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                string request = await ReadAsync(client.GetStream());
                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Respond(request)));
                _received.Enqueue(request);
                _arrived.Release();
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[64 * 1024];
        int count = 0;
        while (true)
        {
            count += await stream.ReadAsync(buffer.AsMemory(count));
            string text = Encoding.Latin1.GetString(buffer, 0, count);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            const string Length = "Content-Length: ";
            int length = text.IndexOf(Length, StringComparison.Ordinal);
            int body = length < 0 ? 0 : int.Parse(text[(length + Length.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
            if (end >= 0 && count >= end + 4 + body)
            {
                return text;
            }
        }
    }
}
