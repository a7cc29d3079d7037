namespace Vicidial.Client.Events;

/// <summary>A call entered an in-group.</summary>
public sealed class InGroupEntryEvent : CallEvent
{
}
