namespace Vicidial.Client.Records.Leads;

/// <summary>What an entry of a timeline is.</summary>
public enum TimelineKind
{
    /// <summary>A call that the dialer placed.</summary>
    CallOut,

    /// <summary>A call that came in.</summary>
    CallIn,

    /// <summary>A recording.</summary>
    Recording,

    /// <summary>A callback, at the time at which it is due.</summary>
    Callback,

    /// <summary>Something that a dialer could not report.</summary>
    Gap,
}
