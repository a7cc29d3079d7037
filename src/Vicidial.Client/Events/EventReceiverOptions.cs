using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Vicidial.Client.Events;

/// <summary>What a receiver listens on and which events it takes.</summary>
public sealed class EventReceiverOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, or 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificate for TLS; null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The secret that a segment of the path must be; empty for none.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>The kinds that are taken; all if there is none.</summary>
    public IReadOnlyCollection<EventKind> Kinds { get; init; } = [];

    /// <summary>The addresses that are served; all if there is none.</summary>
    public IReadOnlyCollection<AddressRange> AllowedAddresses { get; init; } = [];

    /// <summary>The proxies whose <c>X-Forwarded-For</c> header tells where a request comes from.</summary>
    public IReadOnlyCollection<AddressRange> Proxies { get; init; } = [];

    /// <summary>The values of the <c>Host</c> header that are served; all if there is none.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>The URLs that the dialer has.</summary>
    public IReadOnlyCollection<EventTemplate> Templates { get; init; } = [];

    /// <summary>Whether copies of an event are taken, too.</summary>
    public bool IncludesDuplicates { get; init; }

    /// <summary>How long an event is remembered to recognize its copies.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a request may take to arrive.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
