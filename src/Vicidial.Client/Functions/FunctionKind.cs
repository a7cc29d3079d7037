namespace Vicidial.Client.Functions;

/// <summary>What calling an API function does to the dialer.</summary>
public enum FunctionKind
{
    /// <summary>Unknown: the function is not in the catalog. It is treated as a change.</summary>
    Unknown,

    /// <summary>Reads and changes nothing.</summary>
    Query,

    /// <summary>Changes stored data.</summary>
    Mutation,

    /// <summary>Acts on a current call or session. Never retried automatically, because the call may be a different one by then.</summary>
    Control,
}
