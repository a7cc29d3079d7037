using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Vicidial.Http;

/// <summary>A connection through TLS, with the versions that the operating system allows.</summary>
internal sealed class TlsTransport : ITransport
{
    private readonly Socket _socket;
    private readonly SslStream _stream;

    private TlsTransport(Socket socket, SslStream stream)
    {
        _socket = socket;
        _stream = stream;
    }

    /// <summary>Does the handshake as the server.</summary>
    /// <exception cref="AuthenticationException">The client does not use TLS, or does not trust the
    /// certificate.</exception>
    public static async Task<ITransport> HandshakeAsync(Socket socket, X509Certificate2 certificate)
    {
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true), leaveInnerStreamOpen: false);
        await stream.AuthenticateAsServerAsync(certificate, clientCertificateRequired: false, SslProtocols.None, checkCertificateRevocation: false)
            .ConfigureAwait(false);
        return new TlsTransport(socket, stream);
    }

    public Task<int> ReadAsync(byte[] buffer, int offset, int count) => _stream.ReadAsync(buffer, offset, count);

    public Task WriteAsync(byte[] buffer, int offset, int count) => _stream.WriteAsync(buffer, offset, count);

    public Task EndWritingAsync()
    {
        _socket.Shutdown(SocketShutdown.Send);
        return Task.CompletedTask;
    }

    public void Dispose() => _stream.Dispose();
}
