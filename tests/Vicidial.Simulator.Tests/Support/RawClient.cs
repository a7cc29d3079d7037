using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Vicidial.Simulator.Tests.Support;

/// <summary>Speaks HTTP byte by byte, so that a test sees exactly what was sent.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly NetworkStream _stream;

    public RawClient(int port)
    {
        _client.Connect("127.0.0.1", port);
        _stream = _client.GetStream();
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static string Post(string fields, string path = "/vicidial/non_agent_api.php", string moreHeaders = "") =>
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{moreHeaders}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(fields)}\r\n\r\n{fields}";

    public void Dispose() => _client.Dispose();

    public Task SendAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), Patience).AsTask();

    /// <summary>Reads one response; its body has the announced length.</summary>
    public async Task<RawResponse> ReadResponseAsync()
    {
        RawResponse head = await ReadHeadAsync();
        var body = new byte[head.ContentLength];
        await _stream.ReadExactlyAsync(body, Patience);
        return head with { Body = Encoding.UTF8.GetString(body) };
    }

    /// <summary>Reads the status line and the headers, and no byte after them.</summary>
    public async Task<RawResponse> ReadHeadAsync()
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one, Patience) == 0)
            {
                throw new EndOfStreamException($"The connection ended after: {text}");
            }

            text.Append((char)one[0]);
        }

        string[] lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines[1..])
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return new RawResponse(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, string.Empty);
    }

    /// <summary>Reads until the server ends the connection in an orderly way.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var rest = new MemoryStream();
        await _stream.CopyToAsync(rest, Patience);
        return Encoding.UTF8.GetString(rest.ToArray());
    }

    /// <summary>Reads some bytes.</summary>
    public async Task<string> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Patience);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Waits for the connection to be reset, and fails if anything else arrives.</summary>
    public async Task ExpectResetAsync()
    {
        IOException failure = await Assert.ThrowsAsync<IOException>(ReadToEndAsync);
        var cause = Assert.IsType<SocketException>(failure.InnerException);
        Assert.Equal(SocketError.ConnectionReset, cause.SocketErrorCode);
    }
}
