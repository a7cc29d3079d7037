namespace Vicidial.Http;

/// <summary>How a response is delivered.</summary>
public enum HttpDeliveryKind
{
    /// <summary>The whole response is sent.</summary>
    Whole,

    /// <summary>The connection is reset without a byte.</summary>
    Reset,

    /// <summary>The headers are sent, and then the connection is reset.</summary>
    ResetAfterHeaders,

    /// <summary>The headers and part of the body are sent, and then the connection closes.</summary>
    Cut,

    /// <summary>Nothing is sent for a while, and then the whole response.</summary>
    Stall,

    /// <summary>The headers and half of the body are sent, and the rest after a while.</summary>
    StallBody,
}
