using System;

namespace VicidialPS.Binding;

/// <summary>
/// Says which wire field a parameter fills. Without a name it is the parameter's first alias, so that the name is written
/// once. How the value is written is the catalog's business.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : Attribute
{
    /// <summary>The wire field is the parameter's first alias.</summary>
    public FieldAttribute()
    {
    }

    /// <summary>Names the wire field, where it is no alias because it is the parameter's own name.</summary>
    public FieldAttribute(string name) => Name = name;

    /// <summary>The name on the wire, or null for the first alias.</summary>
    public string? Name { get; }

    /// <summary>What joins several values of a field that the catalog takes for plain text.</summary>
    public char Separator { get; set; }
}
