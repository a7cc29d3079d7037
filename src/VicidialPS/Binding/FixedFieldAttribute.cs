using System;

namespace VicidialPS.Binding;

/// <summary>A wire field that a cmdlet always sends with the same value, because its name says what it does.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FixedFieldAttribute : Attribute
{
    /// <summary>Names the field and its value.</summary>
    public FixedFieldAttribute(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>What is sent.</summary>
    public string Value { get; }
}
