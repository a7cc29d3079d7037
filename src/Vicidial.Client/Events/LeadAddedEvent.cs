namespace Vicidial.Client.Events;

/// <summary>A new lead was stored, by an inbound call or by the API (<see cref="EventKind.ApiLeadAdded"/>).</summary>
public sealed class LeadAddedEvent : CallEvent
{
}
