namespace Vicidial.Client.Records.Screens;

/// <summary>How many calls and emails wait for an agent (API function <c>calls_in_queue_count</c>).</summary>
public sealed class QueueCount : DialerRecord
{
    /// <summary>The agent of the request.</summary>
    [RequestField("agent_user")]
    public string? User { get; internal set; }

    /// <summary>The agent's key in another system, if the request used it.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>The number of calls and emails waiting.</summary>
    [Column("count")]
    public int? CallsWaiting { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{CallsWaiting}";
}
