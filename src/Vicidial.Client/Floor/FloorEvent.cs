using Vicidial.Client.Records;

namespace Vicidial.Client.Floor;

/// <summary>One change on the floor, of an agent or a campaign.</summary>
public sealed class FloorEvent : DialerRecord
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>What has changed.</summary>
    public FloorEventKind Kind { get; internal set; }

    /// <summary>When the change happened, if an agent event reports it; otherwise, when it was noticed. In the time of this computer.</summary>
    public DateTime Time { get; internal set; }

    /// <summary>The agent; null for a campaign.</summary>
    public string? User { get; internal set; }

    /// <summary>The name of the agent; null for a campaign.</summary>
    public string? FullName { get; internal set; }

    /// <summary>The campaign.</summary>
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The agent's user group; null for a campaign.</summary>
    public string? UserGroup { get; internal set; }

    /// <summary>The agent's status now; null for a campaign, and for an agent who has logged out.</summary>
    public string? Status { get; internal set; }

    /// <summary>The sub-status now; null if it was not requested.</summary>
    public string? SubStatus { get; internal set; }

    /// <summary>The pause code now; null if it was not requested.</summary>
    public string? PauseCode { get; internal set; }

    /// <summary>The previous status; null if there was none.</summary>
    public string? PreviousStatus { get; internal set; }

    /// <summary>The time in the previous status; for a long pause, the time so far. Null if there was no previous status.</summary>
    public TimeSpan? Duration { get; internal set; }

    /// <summary>Whether the start of the status was not observed, so that the time in it is a minimum.</summary>
    public bool IsAtLeast { get; internal set; }

    /// <summary>How many agents of the campaign are ready; null for an agent.</summary>
    public int? ReadyCount { get; internal set; }

    /// <summary>How many agents the campaign needs; null for an agent.</summary>
    public int? MinimumReady { get; internal set; }

    /// <summary>A sentence that describes the change.</summary>
    public string Message => Kind switch
    {
        FloorEventKind.LoggedIn => $"{Agent} has logged in to {CampaignId}: {Status}",
        FloorEventKind.LoggedOut => $"{Agent} has left {CampaignId}, after {PreviousStatus} for {Length}",
        FloorEventKind.StatusChanged => $"{Agent} is {Now}, after {PreviousStatus} for {Length}",
        FloorEventKind.PausedLong => $"{Agent} is {Now} for {Length}",
        FloorEventKind.CampaignShort => $"{CampaignId} has {ReadyCount} ready and needs {MinimumReady}",
        _ => $"{CampaignId} has {ReadyCount} ready again and needs {MinimumReady}",
    };

    private string Agent => string.IsNullOrEmpty(FullName) ? User! : $"{User} {FullName}";

    private string Now => string.Join(" ", new[] { Status, SubStatus, PauseCode }.Where(static text => !string.IsNullOrEmpty(text)));

    private string Length =>
        (IsAtLeast ? "at least " : string.Empty)
        + (Duration ?? TimeSpan.Zero).ToString(Duration >= OneDay ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Message;
}
