using Vicidial.Client.Records.Agents;

namespace Vicidial.Client.Operations;

/// <summary>What the state of an agent means for commands to the agent's screen; null means that the agent is not logged in.</summary>
public static class AgentStates
{
    private const string Paused = "PAUSED";
    private const string InCall = "INCALL";
    private const string Parked = "PARK";
    private const string Disposition = "DISPO";

    /// <summary>Whether the agent has left.</summary>
    public static bool IsGone(AgentStatus? agent) => agent is null;

    /// <summary>Whether the agent takes no calls.</summary>
    public static bool IsPaused(AgentStatus? agent) => agent is { Status: Paused };

    /// <summary>Whether the agent takes calls or is on one.</summary>
    public static bool IsActive(AgentStatus? agent) => agent is { Status: not Paused };

    /// <summary>Whether a call of the agent is being placed, or shown before it is.</summary>
    public static bool IsDialing(AgentStatus? agent) => agent is { Status: InCall or "QUEUE" } or { SubStatus: "DIAL" or "RING" or "PREVIEW" };

    /// <summary>Whether the customer of the agent is parked.</summary>
    public static bool HasParked(AgentStatus? agent) => agent is { SubStatus: Parked };

    /// <summary>Whether the agent talks to the customer, who is not parked.</summary>
    public static bool IsTalking(AgentStatus? agent) => agent is { Status: InCall } and not { SubStatus: Parked };

    /// <summary>Whether the call of the agent has ended; its disposition may be missing.</summary>
    public static bool HasHungUp(AgentStatus? agent)
        => agent is null or { SubStatus: Disposition } or { Status: Paused or "READY" or "CLOSER" };

    /// <summary>Whether the call of the agent has ended and has its disposition.</summary>
    public static bool HasDisposed(AgentStatus? agent)
        => agent is not null and not { SubStatus: Disposition or "DEAD" } and not { Status: InCall };
}
