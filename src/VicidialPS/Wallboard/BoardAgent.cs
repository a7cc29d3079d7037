using System;
using System.Linq;
using Vicidial.Client.Floor;
using Vicidial.Client.Records.Agents;

namespace VicidialPS.Wallboard;

/// <summary>One line of the board.</summary>
internal sealed class BoardAgent
{
    public BoardAgent(TrackedAgent tracked, DateTimeOffset now, TimeSpan pausedLongerThan)
    {
        Agent = tracked.Agent;
        State = StateOf(Agent.Status, Agent.SubStatus, tracked.PausedTimeAt(now) > pausedLongerThan);

        // Another code does not end a pause.
        bool isPause = State is BoardState.Paused or BoardState.PausedLong;
        Time = isPause ? tracked.PausedTimeAt(now) : tracked.TimeAt(now);
        IsAtLeast = isPause ? tracked.IsPauseAtLeast : tracked.IsAtLeast;
    }

    public LoggedInAgent Agent { get; }

    public TimeSpan Time { get; }

    public bool IsAtLeast { get; }

    public BoardState State { get; }

    /// <summary>The status as one reads it: what the agent does, and the code of a pause.</summary>
    public string Status
        => string.Join(" ", new[] { Agent.Status, Agent.SubStatus, Agent.Status == "PAUSED" ? Agent.PauseCode : null }.Where(static text => !string.IsNullOrEmpty(text)).Select(static text => BoardFrame.Clean(text!)));

    /// <summary>The time in the status, or in the pause; with a plus where it is that long at least, and empty where nothing is known yet.</summary>
    public string TimeText
    {
        get
        {
            if (IsAtLeast && Time < TimeSpan.FromSeconds(1))
            {
                return string.Empty;
            }

            return BoardFrame.Format(Time) + (IsAtLeast ? "+" : string.Empty);
        }
    }

    /// <summary>What a status and its sub-status mean.</summary>
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
