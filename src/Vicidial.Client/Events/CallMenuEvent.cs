namespace Vicidial.Client.Events;

/// <summary>A caller passed a prompt of a call menu.</summary>
public sealed class CallMenuEvent : CallEvent
{
    /// <summary>The time since the agent's disposition.</summary>
    [EventVariable("ivr_time")]
    public TimeSpan? IvrTime { get; internal set; }
}
