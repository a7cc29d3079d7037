using Vicidial.Client.Records.Agents;

namespace Vicidial.Client.Floor;

/// <summary>One agent as last seen, with the start of the current status.</summary>
public sealed class TrackedAgent
{
    internal TrackedAgent(LoggedInAgent agent, DateTimeOffset since, bool isAtLeast)
    {
        Agent = agent;
        Since = PausedSince = since;
        IsAtLeast = IsPauseAtLeast = isAtLeast;
    }

    /// <summary>The agent.</summary>
    public LoggedInAgent Agent { get; internal set; }

    /// <summary>When the status began, if an agent event reports it; otherwise, when it was first seen.</summary>
    public DateTimeOffset Since { get; internal set; }

    /// <summary>Whether the status may have begun before <see cref="Since"/>.</summary>
    public bool IsAtLeast { get; internal set; }

    /// <summary>Whether the agent is paused.</summary>
    public bool IsPaused => IsPause(Agent);

    /// <summary>
    /// When the pause began or was first seen, even if its code or sub-status has changed since. Has no meaning if the agent is not paused.
    /// </summary>
    public DateTimeOffset PausedSince { get; internal set; }

    /// <summary>Whether the pause may have begun before <see cref="PausedSince"/>.</summary>
    public bool IsPauseAtLeast { get; internal set; }

    /// <summary>
    /// Whether the last row of the agent could not be read. The agent is logged in; the other values are those of the last readable row.
    /// </summary>
    public bool IsUnreadable { get; internal set; }

    /// <summary>Whether the long pause has been reported.</summary>
    internal bool IsToldOf { get; set; }

    /// <summary>The earliest possible start of the status, because a different status was seen then.</summary>
    internal DateTimeOffset NotBefore { get; set; }

    /// <summary>The earliest possible start of the pause.</summary>
    internal DateTimeOffset PauseNotBefore { get; set; }

    /// <summary>When the agent screen reported the state; null if a roster showed it.</summary>
    internal DateTimeOffset? ReportedAt { get; set; }

    /// <summary>How many calls the agent screen has reported since the last roster.</summary>
    internal int CallsReported { get; set; }

    /// <summary>The number of the roster that last showed the agent.</summary>
    internal long SeenIn { get; set; }

    /// <summary>The time in the status; never negative, even if the clock was set back.</summary>
    public TimeSpan TimeAt(DateTimeOffset now) => Between(Since, now);

    /// <summary>The time in the pause; zero if there is none.</summary>
    public TimeSpan PausedTimeAt(DateTimeOffset now) => IsPaused ? Between(PausedSince, now) : TimeSpan.Zero;

    internal static bool IsPause(LoggedInAgent agent) => agent.Status == "PAUSED";

    private static TimeSpan Between(DateTimeOffset begin, DateTimeOffset end) => end > begin ? end - begin : TimeSpan.Zero;
}
