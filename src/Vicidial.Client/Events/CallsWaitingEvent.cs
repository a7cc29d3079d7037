namespace Vicidial.Client.Events;

/// <summary>Calls began to wait in an in-group, or none waits any longer.</summary>
public sealed class CallsWaitingEvent : DialerEvent
{
    /// <summary>Whether calls wait.</summary>
    public bool IsWaiting => Kind == EventKind.CallsWaiting;

    /// <summary>The in-group that is written into the URL. The dialer does not add it to the request.</summary>
    [EventVariable("group")]
    public string GroupId { get; internal set; } = string.Empty;
}
