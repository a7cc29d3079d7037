namespace Vicidial.Simulator.World;

/// <summary>A call to a manager's phone that joins an agent's session.</summary>
/// <param name="user">The manager.</param>
/// <param name="phone">The phone.</param>
/// <param name="sessionId">The session.</param>
/// <param name="stage">The kind of monitoring, as in the request.</param>
/// <param name="startedAt">When, in dialer time.</param>
public sealed class MonitorCall(string user, Phone phone, string sessionId, string stage, DateTime startedAt)
{
    /// <summary>The manager.</summary>
    public string User { get; } = user;

    /// <summary>The phone.</summary>
    public Phone Phone { get; } = phone;

    /// <summary>The session.</summary>
    public string SessionId { get; } = sessionId;

    /// <summary>The kind of monitoring, as in the request.</summary>
    public string Stage { get; } = stage;

    /// <summary>When, in dialer time.</summary>
    public DateTime StartedAt { get; } = startedAt;
}
