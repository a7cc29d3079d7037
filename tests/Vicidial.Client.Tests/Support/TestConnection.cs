using System.Net.Sockets;
using System.Text;

namespace Vicidial.Client.Tests.Support;

/// <summary>The server's end of a connection, to respond on or to close.</summary>
internal sealed class TestConnection
{
    private readonly Socket _socket;
    private readonly Stream _stream;

    public TestConnection(Socket socket, Stream stream)
    {
        _socket = socket;
        _stream = stream;
    }

    public bool IsClosed { get; private set; }

    /// <summary>Sends a whole response.</summary>
    public Task ResponseAsync(string body, int status = 200, string headers = "") => ResponseAsync(Encoding.UTF8.GetBytes(body), status, headers);

    public async Task ResponseAsync(byte[] body, int status = 200, string headers = "")
    {
        await HeadAsync(body.Length, status, headers);
        await SendAsync(body);
    }

    /// <summary>Sends the head of a response whose body is to follow.</summary>
    public Task HeadAsync(long length, int status = 200, string headers = "") =>
        SendAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status} Any\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n{headers}\r\n"
            )
        );

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        await _stream.FlushAsync();
    }

    /// <summary>Ends the connection in the ordinary way.</summary>
    public void Close()
    {
        IsClosed = true;
        _socket.Shutdown(SocketShutdown.Both);
        _socket.Close();
    }

    /// <summary>Drops the connection.</summary>
    public void Reset()
    {
        IsClosed = true;
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    /// <summary>Waits until the client ends the connection.</summary>
    public async Task WaitForEndAsync()
    {
        try
        {
            await _stream.ReadExactlyAsync(new byte[1]);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            IsClosed = true;
        }
    }
}
