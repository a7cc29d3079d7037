namespace Vicidial.Client.Events;

/// <summary>Names the variables of a URL that fill a property; the first one that an event has is used.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EventVariableAttribute(params string[] names) : Attribute
{
    public string[] Names { get; } = names;
}
