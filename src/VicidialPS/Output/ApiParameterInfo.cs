using Vicidial.Client.Functions;

namespace VicidialPS.Output;

/// <summary>A field of an API function, and the parameter that fills it.</summary>
public sealed class ApiParameterInfo
{
    internal ApiParameterInfo(ApiParameter parameter, string carrier)
    {
        Name = parameter.Name;
        Parameter = carrier;
        Kind = parameter.Kind;
        IsRequired = parameter.IsRequired;
        MaximumLength = parameter.MaximumLength;
        Keeps = parameter.Keeps.Description;
        Allowed = parameter.Allowed.ToArray();
        Since = parameter.Since?.ToString() ?? string.Empty;
        Description = parameter.Description;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The cmdlet's parameter. In parentheses: what the cmdlet sends automatically. Empty if no cmdlet uses the function.</summary>
    public string Parameter { get; }

    /// <summary>The format of the value.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether the dialer requires it.</summary>
    public bool IsRequired { get; }

    /// <summary>The number of characters that the dialer stores.</summary>
    public int? MaximumLength { get; }

    /// <summary>The characters that the dialer keeps.</summary>
    public string Keeps { get; }

    /// <summary>The fixed set of values, if there is one.</summary>
    public OutputList<string> Allowed { get; }

    /// <summary>The build that introduced it, if it is newer than its function.</summary>
    public string Since { get; }

    /// <summary>The meaning of the field.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public override string ToString() => Parameter.Length == 0 ? Name : $"{Name} = {Parameter}";
}
