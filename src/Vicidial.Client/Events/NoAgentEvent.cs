namespace Vicidial.Client.Events;

/// <summary>A call ended without an agent. Its user is VDAD or VDCL, or the agent whom an AGENTDIRECT call was for.</summary>
public sealed class NoAgentEvent : CallEvent
{
}
