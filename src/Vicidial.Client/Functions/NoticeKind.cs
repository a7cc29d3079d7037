namespace Vicidial.Client.Functions;

/// <summary>The meaning of a NOTICE line for its request.</summary>
public enum NoticeKind
{
    /// <summary>Something worth knowing, and no more.</summary>
    Info,

    /// <summary>A part of the work was done. For some functions, the response has nothing else.</summary>
    Done,

    /// <summary>There was nothing to do, or nothing to find.</summary>
    Nothing,

    /// <summary>A part of the work was rejected.</summary>
    Refused,
}
