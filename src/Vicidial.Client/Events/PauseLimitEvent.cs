namespace Vicidial.Client.Events;

/// <summary>An agent was logged out after a pause that was too long.</summary>
public sealed class PauseLimitEvent : CallEvent
{
}
