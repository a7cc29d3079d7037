using System.Linq;
using Vicidial.Client.Functions;

namespace VicidialPS.Output;

/// <summary>One field of an API function, and the parameter that carries it.</summary>
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

    /// <summary>The cmdlet's parameter; in brackets what the cmdlet sends by itself; empty where no cmdlet serves the function.</summary>
    public string Parameter { get; }

    /// <summary>How the value is written.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether the dialer wants it.</summary>
    public bool IsRequired { get; }

    /// <summary>The number of characters that the dialer stores.</summary>
    public int? MaximumLength { get; }

    /// <summary>The characters that the dialer keeps.</summary>
    public string Keeps { get; }

    /// <summary>The fixed set of values, where there is one.</summary>
    public OutputList<string> Allowed { get; }

    /// <summary>The build that brought it, where it is younger than its function.</summary>
    public string Since { get; }

    /// <summary>What it means.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public override string ToString() => Parameter.Length == 0 ? Name : $"{Name} = {Parameter}";
}
