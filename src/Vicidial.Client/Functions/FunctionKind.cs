namespace Vicidial.Client.Functions;

/// <summary>What calling an API function does to the dialer.</summary>
public enum FunctionKind
{
    /// <summary>Nothing is known: the function is not in the catalog. It is treated like a change.</summary>
    Unknown,

    /// <summary>Reads and changes nothing.</summary>
    Query,

    /// <summary>Changes stored data.</summary>
    Mutation,

    /// <summary>Acts on a live call or session. It is never repeated by itself, because the call may be another one by then.</summary>
    Control,
}
