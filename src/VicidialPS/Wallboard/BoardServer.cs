using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace VicidialPS.Wallboard;

/// <summary>
/// Gives one page to browsers on this computer. The platform's own server needs rights on Windows, so this one reads no more
/// than the head of a request; it answers to the names of this computer only, so that no foreign page can read the board.
/// </summary>
internal sealed class BoardServer : IDisposable
{
    private const int LongestHead = 16 * 1024;
    private const int MostAtOnce = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);
    private volatile string _page = string.Empty;

    private BoardServer(TcpListener listener)
    {
        _listener = listener;
        Uri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>The address of the page.</summary>
    public Uri Uri { get; }

    /// <summary>Starts at a port; 0 for a free one.</summary>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static BoardServer Start(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var server = new BoardServer(listener);
        _ = Task.Run(server.AcceptAsync);
        return server;
    }

    /// <summary>Puts a page in the place of the one before.</summary>
    public void Show(string page) => _page = page;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _room.WaitAsync(_stop.Token).ConfigureAwait(false);
                TcpClient client = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
                _ = Task.Run(() => AnswerAsync(client));
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException or InvalidOperationException)
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                _room.Release();
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using (client)
            using (var limit = new CancellationTokenSource(Patience))
            using (limit.Token.Register(client.Close))
            {
                NetworkStream stream = client.GetStream();
                byte[] answer = Answer(await ReadHeadAsync(stream).ConfigureAwait(false));
                await stream.WriteAsync(answer, 0, answer.Length).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // A browser that goes away in the middle is nobody's concern.
        }
        finally
        {
            _room.Release();
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var buffer = new byte[LongestHead];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await stream.ReadAsync(buffer, length, buffer.Length - length).ConfigureAwait(false);
            length += read;
            string head = Encoding.ASCII.GetString(buffer, 0, length);
            if (read == 0 || head.Contains("\r\n\r\n"))
            {
                return head;
            }
        }

        return string.Empty;
    }

    private byte[] Answer(string head)
    {
        string[] lines = head.Split(["\r\n"], StringSplitOptions.None);
        string[] words = lines[0].Split(' ');
        string? host = lines.Where(static line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(static line => line.Substring(5).Trim()).FirstOrDefault();
        bool isOwn = host is not null && (host == $"127.0.0.1:{Uri.Port}" || string.Equals(host, $"localhost:{Uri.Port}", StringComparison.OrdinalIgnoreCase));
        (string status, string body) = (isOwn, words.Length == 3 ? words[0] : string.Empty, words.Length > 1 ? words[1].Split('?')[0] : string.Empty) switch
        {
            (false, _, _) => ("403 Forbidden", "Not this computer's board."),
            (_, not "GET" and not "HEAD", _) => ("405 Method Not Allowed", "The board is to be read."),
            (_, _, "/") => ("200 OK", _page),
            _ => ("404 Not Found", "There is the board alone."),
        };
        byte[] content = Encoding.UTF8.GetBytes(body);
        string type = status == "200 OK" ? "text/html" : "text/plain";
        byte[] answer = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {content.Length}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
            + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-ancestors 'none'\r\nConnection: close\r\n\r\n");
        return words[0] == "HEAD" ? answer : [.. answer, .. content];
    }
}
