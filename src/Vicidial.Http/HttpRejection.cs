namespace Vicidial.Http;

/// <summary>Why a server rejects a request before its handler sees it.</summary>
public enum HttpRejection
{
    /// <summary>The bytes are not an HTTP request.</summary>
    Malformed,

    /// <summary>The header section is longer than the limit.</summary>
    HeaderTooLarge,

    /// <summary>The request line is longer than the limit.</summary>
    TargetTooLong,

    /// <summary>The body is longer than the limit.</summary>
    BodyTooLarge,

    /// <summary>The request did not arrive in time.</summary>
    TimedOut,

    /// <summary>The client's address is not on the allow-list.</summary>
    AddressNotAllowed,

    /// <summary>The <c>Host</c> header names a host that this server does not serve.</summary>
    HostNotAllowed,

    /// <summary>Too many connections are open.</summary>
    TooManyConnections,
}
