namespace VicidialPS.Binding;

/// <summary>Declares that a wire field has no parameter, because the cmdlet's output leaves nothing to choose.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DecidedFieldAttribute : Attribute
{
    /// <summary>Names the field and the reason.</summary>
    public DecidedFieldAttribute(string name, string reason)
    {
        Name = name;
        Reason = reason;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Why there is nothing to choose, in a few words.</summary>
    public string Reason { get; }
}
