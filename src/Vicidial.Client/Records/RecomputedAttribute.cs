using System;

namespace Vicidial.Client.Records;

/// <summary>
/// Says which column a property stands for without taking the dialer's value: the dialer reckons it wrongly, and the
/// property reckons it from other columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecomputedAttribute : Attribute
{
    /// <summary>Names the column.</summary>
    public RecomputedAttribute(string name) => Name = name;

    /// <summary>The name in the header row.</summary>
    public string Name { get; }
}
