namespace Vicidial.Client.Events;

/// <summary>Something happened on an agent screen. Events of one agent overtake each other: <see cref="Counter"/> gives their order.</summary>
public sealed class AgentEvent : DialerEvent
{
    /// <summary>The name of the event, such as <c>state_ready</c>.</summary>
    [EventVariable("event")]
    public string Event { get; internal set; } = string.Empty;

    /// <summary>The text of the event, such as a status or a call ID.</summary>
    [EventVariable("message")]
    public string Message { get; internal set; } = string.Empty;

    /// <summary>The lead on the screen; null if there is none, and in <c>dispo_set</c>: use <see cref="AgentLogId"/> to find that lead.</summary>
    [EventVariable("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The row of the agent log. The next row may already be set.</summary>
    [EventVariable("agent_log_id")]
    public long? AgentLogId { get; internal set; }

    /// <summary>The number of the event since the page was loaded, from 0.</summary>
    [EventVariable("counter")]
    public int? Counter { get; internal set; }

    /// <summary>The ID of the call, in events that report it.</summary>
    public string CallId => Event is "call_answered" or "call_dead" ? Message : string.Empty;

    /// <summary>The status that the agent set, in <c>dispo_set</c>; CBHOLD for a scheduled callback.</summary>
    public string Status => Event == "dispo_set" ? Message : string.Empty;
}
