using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vicidial.Testing;

/// <summary>
/// A server that responds to a query with as many rows as a test requests, even endless ones, and that knows whether the client let it finish. It
/// also responds to the requests of a client when it connects.
/// </summary>
public sealed class RowServer : IDisposable
{
    private const string Version =
        "VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2026-11-20 22:25:17|EPOCH: 1795231517|DST: 0|TZ: -5.00|TZNOW: -5.00|\n";
    private const string NoFunction = "ERROR: NO FUNCTION SPECIFIED\n";
    private const int RowsInOneWrite = 1000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly long _rows;
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sent;

    private RowServer(long rows)
    {
        _rows = rows;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The address to connect to.</summary>
    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many rows were handed to the network so far.</summary>
    public long SentRows => Volatile.Read(ref _sent);

    /// <summary>Starts a server.</summary>
    /// <param name="rows">How many rows it has; <see cref="long.MaxValue"/> for rows without end.</param>
    public static RowServer Start(long rows) => new(rows);

    /// <summary>Waits until the rows have ended: true if all were read, false if the client disconnected before.</summary>
    public bool WaitForEnd(int milliseconds) => _ended.Task.Wait(milliseconds)
        ? _ended.Task.Result
        : throw new TimeoutException("The client neither took all rows nor went away.");

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
                _ = ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using NetworkStream stream = client.GetStream();
                while (await ReadRequestAsync(stream).ConfigureAwait(false) is { } body)
                {
                    if (body.Contains("function=recording_lookup", StringComparison.Ordinal))
                    {
                        await SendRowsAsync(stream).ConfigureAwait(false);
                    }
                    else
                    {
                        string text = body.Contains("function=version", StringComparison.Ordinal) ? Version : NoFunction;
                        await WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {text.Length}\r\n\r\n{text}")
                            .ConfigureAwait(false);
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
            {
                _ended.TrySetResult(false);
            }
        }
    }

    private static async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            int read = await stream.ReadAsync(buffer).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            string all = text.ToString();
            int head = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            int length = all.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (head >= 0 && length >= 0)
            {
                int size = int.Parse(all.AsSpan(length + 16, all.IndexOf('\r', length) - length - 16), CultureInfo.InvariantCulture);
                if (all.Length >= head + 4 + size)
                {
                    return all[(head + 4)..];
                }
            }
        }
    }

    private static Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    private async Task SendRowsAsync(NetworkStream stream)
    {
        await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n").ConfigureAwait(false);
        await WriteChunkAsync(stream, "start_time\tuser\trecording_id\tlead_id\tlocation\n").ConfigureAwait(false);
        var rows = new StringBuilder();
        while (_sent < _rows)
        {
            rows.Clear();
            for (int i = 0; i < RowsInOneWrite && _sent < _rows; i++)
            {
                rows.Append("2026-11-20 10:05:00\t1001\t").Append(++_sent).Append("\t1001\thttp://10.10.10.15/RECORDINGS/MP3/a.mp3\n");
            }

            await WriteChunkAsync(stream, rows.ToString()).ConfigureAwait(false);
        }

        await WriteAsync(stream, "0\r\n\r\n").ConfigureAwait(false);
        _ended.TrySetResult(true);
    }

    private static Task WriteChunkAsync(NetworkStream stream, string text) => WriteAsync(stream, $"{text.Length:X}\r\n{text}\r\n");
}
