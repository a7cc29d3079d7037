namespace Vicidial.Client.Functions;

/// <summary>What a line of a response is.</summary>
public enum ResponseKind
{
    /// <summary>The response is empty.</summary>
    Empty,

    /// <summary>The request did what it was asked.</summary>
    Success,

    /// <summary>Something else that the dialer did, or did not do.</summary>
    Notice,

    /// <summary>The request was refused or failed.</summary>
    Error,

    /// <summary>Data.</summary>
    Row,

    /// <summary>Something that is no answer of a dialer, such as a page of another server.</summary>
    Unknown,
}
