namespace Vicidial.Simulator.World;

/// <summary>A row of the agents' activity log: a pause, the wait after it, and a call if there was one.</summary>
public sealed class AgentActivity
{
    /// <summary>The pause code of the row that a login begins with.</summary>
    internal const string LoginCode = "LOGIN";

    /// <summary>Makes a row.</summary>
    /// <param name="user">The agent.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="startedAt">When it began, in dialer time.</param>
    public AgentActivity(string user, string campaignId, DateTime startedAt)
    {
        User = user ?? throw new ArgumentNullException(nameof(user));
        CampaignId = campaignId ?? throw new ArgumentNullException(nameof(campaignId));
        StartedAt = startedAt;
    }

    /// <summary>The agent.</summary>
    public string User { get; }

    /// <summary>The campaign.</summary>
    public string CampaignId { get; }

    /// <summary>When it began, in dialer time.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>The lead of the call, or 0.</summary>
    public long LeadId { get; set; }

    /// <summary>The identifier of the call's channel, or empty.</summary>
    public string UniqueId { get; set; } = string.Empty;

    /// <summary>The pause code, or empty.</summary>
    public string PauseCode { get; set; } = string.Empty;

    /// <summary>Seconds of pause.</summary>
    public int Pause { get; set; }

    /// <summary>Seconds of waiting for a call.</summary>
    public int Wait { get; set; }

    /// <summary>Seconds of the call.</summary>
    public int Talk { get; set; }

    /// <summary>Seconds of choosing a status.</summary>
    public int Disposition { get; set; }

    /// <summary>The part of the call after the customer hung up, in seconds.</summary>
    public int Dead { get; set; }
}
