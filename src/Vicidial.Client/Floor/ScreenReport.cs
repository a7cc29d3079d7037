namespace Vicidial.Client.Floor;

/// <summary>A report of an agent screen: the parts of an agent event that describe the state of the agent.</summary>
public sealed class ScreenReport
{
    /// <summary>The connection; empty if the event names none.</summary>
    public string ConnectionName { get; init; } = string.Empty;

    /// <summary>The agent.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>The name of the event, such as <c>state_ready</c>.</summary>
    public string Event { get; init; } = string.Empty;

    /// <summary>The text of the event.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>When it was received, by the clock of this computer.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the event happened, by the clock of the sender; null if the URL does not have it.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The number of the event since the page was loaded, from 0.</summary>
    public int? Counter { get; init; }

    /// <summary>The row of the agent log.</summary>
    public long? AgentLogId { get; init; }
}
