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

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }

    /// <summary>The parameters of which one being given keeps it from being sent.</summary>
    public string[] UnlessGiven { get; set; } = [];
}
