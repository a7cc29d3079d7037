namespace Vicidial.Client.Records;

/// <summary>
/// Names the column that a property replaces. The dialer calculates the column wrongly, so the property calculates it from other columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecomputedAttribute : Attribute
{
    /// <summary>Names the column.</summary>
    public RecomputedAttribute(string name) => Name = name;

    /// <summary>The name in the header row.</summary>
    public string Name { get; }
}
