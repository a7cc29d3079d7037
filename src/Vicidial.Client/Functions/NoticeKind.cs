namespace Vicidial.Client.Functions;

/// <summary>What a NOTICE line means for the request that it answers.</summary>
public enum NoticeKind
{
    /// <summary>Something worth knowing, and no more.</summary>
    Info,

    /// <summary>A part of the work was done: for some work this is all that the dialer says.</summary>
    Done,

    /// <summary>There was nothing to do, or nothing to find.</summary>
    Nothing,

    /// <summary>A part of the work was refused.</summary>
    Refused,
}
