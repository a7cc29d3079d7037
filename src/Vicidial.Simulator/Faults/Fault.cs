namespace Vicidial.Simulator.Faults;

/// <summary>Something that goes wrong with requests, for one function or for all.</summary>
public sealed class Fault
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>The function's wire name, or null for every request.</summary>
    public string? Function { get; set; }

    /// <summary>How many matching requests it affects, or null for all until it is cleared.</summary>
    public int? Count { get; set; }

    /// <summary>The share of the matching requests that it affects, from 0 to 1.</summary>
    public double Probability { get; set; } = 1;

    /// <summary>How long the latency or the stall lasts. A stall without a delay lasts until the client disconnects.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many bytes of the body are sent with <see cref="FaultKind.CutReply"/>.</summary>
    public int CutAfterBytes { get; set; }

    /// <summary>The HTTP status of the fault, if it has one; 0 for the default.</summary>
    public int Status { get; set; }

    /// <summary>The value of a Retry-After header, or null for none.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>The body that replaces the dialer's response, or null for the default.</summary>
    public string? Body { get; set; }

    /// <summary>The target of a redirect.</summary>
    public string? Location { get; set; }

    internal bool DoesWork => Kind is not (FaultKind.DropBeforeWork or FaultKind.ServerErrorInstead or FaultKind.HtmlPage or FaultKind.Redirect);

    internal Fault Copy(int? count) => new()
    {
        Kind = Kind,
        Function = Function,
        Count = count,
        Probability = Probability,
        Delay = Delay,
        CutAfterBytes = CutAfterBytes,
        Status = Status,
        RetryAfter = RetryAfter,
        Body = Body,
        Location = Location,
    };
}
