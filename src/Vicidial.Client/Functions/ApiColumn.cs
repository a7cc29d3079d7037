namespace Vicidial.Client.Functions;

/// <summary>One column of the rows that an API function answers.</summary>
public sealed class ApiColumn
{
    internal ApiColumn(string variant, string name, string type, string description)
    {
        Variant = variant;
        Name = name;
        Type = type;
        Description = description;
    }

    /// <summary>The circumstances in which the column is there; <c>default</c> where it always is.</summary>
    public string Variant { get; }

    /// <summary>The name in the header row.</summary>
    public string Name { get; }

    /// <summary>The type in the words of the catalog.</summary>
    public string Type { get; }

    /// <summary>What the column means.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
