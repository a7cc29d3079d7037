namespace Vicidial.Client.Functions;

/// <summary>The kind of a response line.</summary>
public enum ResponseKind
{
    /// <summary>The response is empty.</summary>
    Empty,

    /// <summary>The request succeeded.</summary>
    Success,

    /// <summary>Something else that the dialer did, or did not do.</summary>
    Notice,

    /// <summary>The request was rejected or failed.</summary>
    Error,

    /// <summary>Data.</summary>
    Row,

    /// <summary>Text that is not from a dialer, such as a page of another server.</summary>
    Unknown,
}
