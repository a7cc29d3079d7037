namespace Vicidial.Simulator.World;

/// <summary>A session in which an agent recently had a lead.</summary>
/// <param name="user">The agent's user name.</param>
/// <param name="sessionId">The conference number.</param>
/// <param name="leadId">The lead.</param>
/// <param name="leftAt">When the call left the session.</param>
public sealed class RecentSession(string user, string sessionId, long leadId, DateTimeOffset leftAt)
{
    /// <summary>The agent's user name.</summary>
    public string User { get; } = user;

    /// <summary>The conference number.</summary>
    public string SessionId { get; } = sessionId;

    /// <summary>The lead.</summary>
    public long LeadId { get; } = leadId;

    /// <summary>When the call left the session.</summary>
    public DateTimeOffset LeftAt { get; } = leftAt;
}
