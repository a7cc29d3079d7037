namespace VicidialPS.Binding;

/// <summary>Names columns of the dialer's exports and objects that a cmdlet ignores, because the dialer sets them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IgnoredColumnAttribute : Attribute
{
    /// <summary>Names the columns by their wire names.</summary>
    public IgnoredColumnAttribute(params string[] names) => Names = names;

    /// <summary>The names on the wire.</summary>
    public string[] Names { get; }
}
