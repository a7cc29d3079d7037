namespace VicidialPS.Binding;

/// <summary>
/// Names the parameters that together identify the thing that a row changes: rows for the same thing are sent in input order. Without
/// the attribute, the key is that of [Bulk], or else all parameters with Identity. Without parameters, the key is the whole dialer.
/// The attribute can be used several times.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TurnKeyAttribute : Attribute
{
    /// <summary>Names the parameters.</summary>
    public TurnKeyAttribute(params string[] parameters) => Parameters = parameters;

    /// <summary>The parameters that together identify one thing.</summary>
    public string[] Parameters { get; }
}
