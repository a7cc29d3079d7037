namespace Vicidial.Client.Functions;

/// <summary>The meaning of a NOTICE line for its request.</summary>
public enum NoticeKind
{
    /// <summary>Information that does not change the result.</summary>
    Info,

    /// <summary>A part of the work was done. For some functions, the response has nothing else.</summary>
    Done,

    /// <summary>There was nothing to do, or nothing to find.</summary>
    Nothing,

    /// <summary>A part of the work was rejected.</summary>
    Refused,
}
