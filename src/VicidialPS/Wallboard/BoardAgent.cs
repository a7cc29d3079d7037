using Vicidial.Client.Floor;
using Vicidial.Client.Records.Agents;

namespace VicidialPS.Wallboard;

/// <summary>One agent on the board. Its texts are safe to show in a terminal.</summary>
internal sealed class BoardAgent
{
    public string User { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    public string CampaignId { get; init; } = string.Empty;

    public string Dialer { get; init; } = string.Empty;

    public BoardState State { get; init; }

    /// <summary>The dialer's word for the state.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>Details of the state: the sub-status and the pause code.</summary>
    public string Detail { get; init; } = string.Empty;

    public int? Calls { get; init; }

    /// <summary>The time in the state. For a pause, the time since it began, even if its code has changed.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Whether the state began before it was first seen.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>The status with its details.</summary>
    public string FullStatus => Detail.Length == 0 ? Status : $"{Status} {Detail}";

    /// <summary>The time, with a plus sign if it is a minimum; empty if nothing is known yet.</summary>
    public string TimeText =>
        State == BoardState.Unreadable || (IsAtLeast && Time < TimeSpan.FromSeconds(1))
            ? string.Empty
            : BoardFrame.Format(Time) + (IsAtLeast ? "+" : string.Empty);

    public static BoardAgent From(TrackedAgent tracked, string dialer, DateTimeOffset now, TimeSpan pausedLongerThan)
    {
        LoggedInAgent agent = tracked.Agent;
        BoardState state = tracked.IsUnreadable
            ? BoardState.Unreadable
            : StateOf(agent.Status, agent.SubStatus, tracked.PausedTimeAt(now) > pausedLongerThan);
        bool isPause = state is BoardState.Paused or BoardState.PausedLong;
        string[] details = new[] { agent.SubStatus, agent.Status == "PAUSED" ? agent.PauseCode : null }
            .OfType<string>()
            .Where(static text => text.Length > 0)
            .ToArray();
        return new BoardAgent
        {
            User = TerminalText.Clean(agent.User),
            Name = TerminalText.Clean(agent.FullName),
            CampaignId = TerminalText.Clean(agent.CampaignId),
            Dialer = TerminalText.Clean(dialer),
            State = state,
            Status = tracked.IsUnreadable ? "UNREADABLE" : TerminalText.Clean(agent.Status),
            Detail = tracked.IsUnreadable ? string.Empty : TerminalText.Clean(string.Join(" ", details)),
            Calls = tracked.IsUnreadable ? null : agent.CallsToday,
            Time = isPause ? tracked.PausedTimeAt(now) : tracked.TimeAt(now),
            IsAtLeast = isPause ? tracked.IsPauseAtLeast : tracked.IsAtLeast,
        };
    }

    /// <summary>An agent none of whose rows could be read so far.</summary>
    public static BoardAgent Unreadable(string user, string dialer)
        => new() { User = TerminalText.Clean(user), Dialer = TerminalText.Clean(dialer), State = BoardState.Unreadable, Status = "UNREADABLE" };

    /// <summary>The state for a status and its sub-status.</summary>
    public static BoardState StateOf(string? status, string? subStatus, bool isLong) => (status, subStatus) switch
    {
        (_, "DEAD") => BoardState.Dead,
        (_, "DISPO") => BoardState.Wrapup,
        ("PAUSED", _) => isLong ? BoardState.PausedLong : BoardState.Paused,
        ("READY" or "CLOSER", _) => BoardState.Ready,
        ("QUEUE", _) => BoardState.Queue,
        ("INCALL" or "MQUEUE", _) => BoardState.Talking,
        _ => BoardState.Other,
    };
}
