using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Vicidial.Client.Events;

/// <summary>Where a receiver listens and which events it accepts.</summary>
public sealed class EventReceiverOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, or 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificate for TLS; null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The secret that must be a segment of the path; empty for none.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>The kinds to accept; an empty list means all.</summary>
    public IReadOnlyCollection<EventKind> Kinds { get; init; } = [];

    /// <summary>The addresses to accept; an empty list means all.</summary>
    public IReadOnlyCollection<AddressRange> AllowedAddresses { get; init; } = [];

    /// <summary>The proxies whose <c>X-Forwarded-For</c> header is trusted.</summary>
    public IReadOnlyCollection<AddressRange> Proxies { get; init; } = [];

    /// <summary>The values of the <c>Host</c> header to accept; an empty list means all.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>The URLs that the dialer has.</summary>
    public IReadOnlyCollection<EventTemplate> Templates { get; init; } = [];

    /// <summary>Whether copies of an event are kept, too.</summary>
    public bool IncludesDuplicates { get; init; }

    /// <summary>How long an event is remembered to recognize its copies.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a request may take to arrive.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
