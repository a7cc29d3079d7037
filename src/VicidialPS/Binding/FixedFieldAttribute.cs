namespace VicidialPS.Binding;

/// <summary>A wire field that a cmdlet always sends with the same value, because the name of the cmdlet determines it.</summary>
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

    /// <summary>The value that is sent.</summary>
    public string Value { get; }

    /// <summary>The parameter set that sends it; null for all.</summary>
    public string? ParameterSet { get; set; }

    /// <summary>The field is not sent if one of these parameters is given.</summary>
    public string[] UnlessGiven { get; set; } = [];

    /// <summary>The field is sent only if this parameter is given.</summary>
    public string? IfGiven { get; set; }

    /// <summary>Whether the parameters decide if the field is sent.</summary>
    internal bool IsConditional => UnlessGiven.Length > 0 || IfGiven is not null;

    /// <summary>Whether a conditional field is sent together with these parameters.</summary>
    internal bool AppliesTo(IEnumerable<string> parameters) =>
        IfGiven is null
            ? !UnlessGiven.Intersect(parameters, StringComparer.OrdinalIgnoreCase).Any()
            : parameters.Contains(IfGiven, StringComparer.OrdinalIgnoreCase);
}
