namespace Vicidial.Client.Functions;

/// <summary>One column of the rows that an API function returns.</summary>
public sealed class ApiColumn
{
    internal ApiColumn(string variant, string name, string type, string description)
    {
        Variant = variant;
        Name = name;
        Type = type;
        Description = description;
    }

    /// <summary>The condition under which the response has the column; <c>default</c> if it always does.</summary>
    public string Variant { get; }

    /// <summary>The name in the header row.</summary>
    public string Name { get; }

    /// <summary>The type, in the words of the catalog.</summary>
    public string Type { get; }

    /// <summary>The meaning of the column.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
