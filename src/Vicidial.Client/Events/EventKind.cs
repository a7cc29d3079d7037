namespace Vicidial.Client.Events;

/// <summary>What a dialer reports without being asked, by requesting a URL.</summary>
public enum EventKind
{
    /// <summary>The request does not contain what it reports.</summary>
    Unknown,

    /// <summary>An agent set a disposition (Dispo Call URL).</summary>
    Disposition,

    /// <summary>A call reached an agent (Start Call URL).</summary>
    CallStart,

    /// <summary>A call was handed to a remote agent (Start Call URL).</summary>
    RemoteAgentCallStart,

    /// <summary>A call ended without an agent (No Agent Call URL).</summary>
    NoAgent,

    /// <summary>An inbound call stored a new lead (Add Lead URL).</summary>
    LeadAdded,

    /// <summary>A call entered an in-group (Enter In-Group URL).</summary>
    InGroupEntry,

    /// <summary>Calls began to wait in an in-group (Waiting Call URL On).</summary>
    CallsWaiting,

    /// <summary>No call waits in an in-group any longer (Waiting Call URL Off).</summary>
    CallsWaitingEnd,

    /// <summary>The customer hung up and the agent still has the call on the screen (Dead Call Trigger URL).</summary>
    DeadCall,

    /// <summary>An agent was logged out after a pause that was too long (Pause Max URL).</summary>
    PauseLimit,

    /// <summary>The API function <c>add_lead</c> stored a lead (API New Lead URL).</summary>
    ApiLeadAdded,

    /// <summary>A caller passed a prompt of a call menu (settings container).</summary>
    CallMenu,

    /// <summary>Something happened on an agent screen (Agent Events Push).</summary>
    AgentEvent,
}
