namespace Vicidial.Client.Records.Screens;

/// <summary>How many calls and e-mails wait for an agent (API function <c>calls_in_queue_count</c>).</summary>
public sealed class QueueCount : DialerRecord
{
    /// <summary>The agent that was asked for.</summary>
    [RequestField("agent_user")]
    public string? User { get; internal set; }

    /// <summary>The key of another system by which the agent was asked for.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>The number of calls and e-mails waiting.</summary>
    [Column("count")]
    public int? CallsWaiting { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{CallsWaiting}";
}
