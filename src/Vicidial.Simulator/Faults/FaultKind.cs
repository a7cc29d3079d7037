namespace Vicidial.Simulator.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>The work is done immediately, but the response is sent after <see cref="Fault.Delay"/>.</summary>
    Latency,

    /// <summary>
    /// The request is accepted, but its work is done only after that of the next one for the same function, or after
    /// <see cref="Fault.Delay"/>, whichever comes first.
    /// </summary>
    LateWork,

    /// <summary>The connection is reset; nothing was done.</summary>
    DropBeforeWork,

    /// <summary>The work is done, then the connection is reset without a response.</summary>
    DropAfterWork,

    /// <summary>
    /// The work is done; the response ends after <see cref="Fault.CutAfterBytes"/> bytes of its body, short of the announced length.
    /// </summary>
    CutReply,

    /// <summary>The work is done and the whole body is sent, but with status 500.</summary>
    ServerErrorAfterWork,

    /// <summary>Nothing is done; a server error is sent, empty or with <see cref="Fault.Body"/>.</summary>
    ServerErrorInstead,

    /// <summary>The work is done, but no byte of the response is sent within <see cref="Fault.Delay"/>.</summary>
    Stall,

    /// <summary>The work is done; the headers and half of the body are sent, then nothing for <see cref="Fault.Delay"/>.</summary>
    StallBody,

    /// <summary>The work is done, but PHP warnings surround the body.</summary>
    PhpNoise,

    /// <summary>Nothing is done; another server's HTML page is sent.</summary>
    HtmlPage,

    /// <summary>Nothing is done; a redirect to <see cref="Fault.Location"/> comes.</summary>
    Redirect,

    /// <summary>The work is done; the headers are sent, then the connection is reset.</summary>
    ResetAfterHeaders,

    /// <summary>The database stores no new lead. The dialer reports that in its own words.</summary>
    LeadTableFull,

    /// <summary>The database stores no new entry of the hopper. The dialer reports that in its own words.</summary>
    HopperFull,

    /// <summary>The dialer cannot send email. It reports that in its own words.</summary>
    EmailFails,
}
