namespace Vicidial.Client.Events;

/// <summary>The customer hung up, and the agent still has the call on the screen.</summary>
public sealed class DeadCallEvent : CallEvent
{
    /// <summary>How long ago the customer hung up.</summary>
    [EventVariable("dead_time")]
    public TimeSpan? DeadTime { get; internal set; }
}
