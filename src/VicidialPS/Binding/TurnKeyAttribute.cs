using System;

namespace VicidialPS.Binding;

/// <summary>
/// Names the parameters that together name a thing that a row changes: rows for one thing are sent in the order of the input. Without it
/// that is the key of [Bulk], or else all parameters with Identity. Without parameters it is the whole dialer. It may stand several times.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TurnKeyAttribute : Attribute
{
    /// <summary>Names the parameters.</summary>
    public TurnKeyAttribute(params string[] parameters) => Parameters = parameters;

    /// <summary>The parameters that together name one thing.</summary>
    public string[] Parameters { get; }
}
