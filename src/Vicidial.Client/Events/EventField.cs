namespace Vicidial.Client.Events;

/// <summary>One field of a request, decoded.</summary>
/// <param name="name">What the URL calls it.</param>
/// <param name="variable">The variable that it holds, or null if that is not known.</param>
/// <param name="value">The value.</param>
internal readonly struct EventField(string name, string? variable, string value)
{
    public string Name { get; } = name;

    public string? Variable { get; } = variable;

    public string Value { get; } = value;
}
