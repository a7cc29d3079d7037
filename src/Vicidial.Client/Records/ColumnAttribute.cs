namespace Vicidial.Client.Records;

/// <summary>Sets which column of a dialer's rows is the value of a property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    /// <summary>Names the column.</summary>
    public ColumnAttribute(string name) => Name = name;

    /// <summary>The name in the header row.</summary>
    public string Name { get; }

    /// <summary>The separator between the texts of a <see cref="TextList"/>.</summary>
    public char Separator { get; set; } = ' ';
}
