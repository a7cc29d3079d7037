using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Vicidial.Http;

/// <summary>Where a server listens and what it accepts.</summary>
public sealed class HttpServerOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, or 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificate with its private key; null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The value of the <c>Server</c> header; null for none.</summary>
    public string? ServerName { get; init; }

    /// <summary>The longest request line in bytes. The default is Apache's limit.</summary>
    public int MaximumRequestLine { get; init; } = 8190;

    /// <summary>The longest header section in bytes, including the request line.</summary>
    public int MaximumHeader { get; init; } = 32 * 1024;

    /// <summary>The longest body in bytes.</summary>
    public int MaximumBody { get; init; } = 48 * 1024 * 1024;

    /// <summary>
    /// The maximum number of open connections; 0 for no limit. At the limit, the connection of the client that has kept the server waiting longest is
    /// closed.
    /// </summary>
    public int MaximumConnections { get; init; }

    /// <summary>Whether a request target may have raw spaces, as some senders of VICIdial write.</summary>
    public bool AllowsSpacesInTarget { get; init; }

    /// <summary>How long a request may take to arrive, including the TLS handshake; null for no limit.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>
    /// How long a connection may stay open without a request, and how long a client may take to receive a response; null for no limit.
    /// </summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>Decides whether a client's address is served; null for all.</summary>
    public Func<IPAddress, bool>? AllowsAddress { get; init; }

    /// <summary>Whether a value of the <c>Host</c> header is accepted. The value is null if there is no such header. Null accepts all.</summary>
    public Func<string?, bool>? AllowsHost { get; init; }
}
