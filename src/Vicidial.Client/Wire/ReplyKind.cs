namespace Vicidial.Client.Wire;

/// <summary>What a line of a reply is.</summary>
public enum ReplyKind
{
    /// <summary>The reply is empty.</summary>
    Empty,

    /// <summary>The call did what it was asked.</summary>
    Success,

    /// <summary>Something else that the dialer did, or did not do.</summary>
    Notice,

    /// <summary>The call was refused or failed.</summary>
    Error,

    /// <summary>Data.</summary>
    Row,

    /// <summary>Something that is no answer of a dialer, such as a page of another server.</summary>
    Unknown,
}
