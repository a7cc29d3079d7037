namespace Vicidial.Client.Events;

/// <summary>A call reached an agent, or a remote agent (<see cref="EventKind.RemoteAgentCallStart"/>).</summary>
public sealed class CallStartEvent : CallEvent
{
}
