using System;

namespace Vicidial.Client.Records;

/// <summary>Says which column of a dialer's rows fills a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    /// <summary>Names the column.</summary>
    public ColumnAttribute(string name) => Name = name;

    /// <summary>The name in the header row.</summary>
    public string Name { get; }

    /// <summary>What stands between the texts of a <see cref="TextList"/>.</summary>
    public char Separator { get; set; } = ' ';
}
