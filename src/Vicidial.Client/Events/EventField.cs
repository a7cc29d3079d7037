namespace Vicidial.Client.Events;

/// <summary>One field of a request, decoded.</summary>
/// <param name="name">The name in the URL.</param>
/// <param name="variable">The variable in the field, or null if it is unknown.</param>
/// <param name="value">The value.</param>
internal readonly struct EventField(string name, string? variable, string value)
{
    public string Name { get; } = name;

    public string? Variable { get; } = variable;

    public string Value { get; } = value;
}
