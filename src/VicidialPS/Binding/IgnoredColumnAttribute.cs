using System;

namespace VicidialPS.Binding;

/// <summary>Names columns of exports and objects of the dialer that are not data for this cmdlet, because the dialer sets them itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IgnoredColumnAttribute : Attribute
{
    /// <summary>Names the columns, as they are called on the wire.</summary>
    public IgnoredColumnAttribute(params string[] names) => Names = names;

    /// <summary>The names on the wire.</summary>
    public string[] Names { get; }
}
