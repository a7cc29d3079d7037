using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace Vicidial.Http.Tests;

/// <summary>Sends bytes unchanged and returns the response, one character for each byte.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private Stream _stream;

    public RawClient(IPEndPoint server)
    {
        _client.Connect(server);
        _stream = _client.GetStream();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    public async Task SpeakTlsAsync(X509Certificate2 expected)
    {
        var tls = new SslStream(_stream, false, (_, certificate, _, _) => certificate?.GetCertHashString() == expected.GetCertHashString());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost" }, Token);
        _stream = tls;
    }

    public Task SendAsync(string latin1) => _stream.WriteAsync(Encoding.Latin1.GetBytes(latin1), Token).AsTask();

    /// <summary>Reads to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        await _stream.CopyToAsync(all, Token);
        return Encoding.Latin1.GetString(all.ToArray());
    }

    /// <summary>Reads until a text has arrived.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            int count = await _stream.ReadAsync(buffer, Token);
            if (count == 0)
            {
                throw new EndOfStreamException($"The connection ended after: {text}");
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
