namespace VicidialPS.Binding;

/// <summary>Declares that a wire field follows from a parameter that is not a plain field, such as a table of custom fields.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DerivedFieldAttribute : Attribute
{
    /// <summary>Names the parameter and the field.</summary>
    public DerivedFieldAttribute(string parameterName, string wireName)
    {
        ParameterName = parameterName;
        WireName = wireName;
    }

    /// <summary>The parameter.</summary>
    public string ParameterName { get; }

    /// <summary>The name on the wire.</summary>
    public string WireName { get; }
}
