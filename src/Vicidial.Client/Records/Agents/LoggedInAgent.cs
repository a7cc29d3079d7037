namespace Vicidial.Client.Records.Agents;

/// <summary>One agent on the floor (API function <c>logged_in_agents</c>).</summary>
public sealed class LoggedInAgent : DialerRecord
{
    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The name of the user.</summary>
    [Column("full_name")]
    public string FullName { get; internal set; } = string.Empty;

    /// <summary>The campaign that the agent is logged in to.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>READY, INCALL, PAUSED, QUEUE, CLOSER …</summary>
    [Column("status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>DEAD, DISPO, 3-WAY, PARK, RING, PREVIEW, DIAL, or empty; null if it was not requested.</summary>
    [Column("sub_status")]
    public string? SubStatus { get; internal set; }

    /// <summary>The last pause code; null if it was not requested.</summary>
    [Column("pause_code")]
    public string? PauseCode { get; internal set; }

    /// <summary>The number of calls handled today.</summary>
    [Column("calls_today")]
    public int? CallsToday { get; internal set; }

    /// <summary>The lead on the agent's screen; 0 if there is none.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The identifier of the call.</summary>
    [Column("callerid")]
    public string CallerId { get; internal set; } = string.Empty;

    /// <summary>The conference of the agent's session.</summary>
    [Column("session_id")]
    public string SessionId { get; internal set; } = string.Empty;

    /// <summary>The user group.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The level of the user, 1 to 9.</summary>
    [Column("user_level")]
    public int? UserLevel { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User;

    /// <summary>The same agent in another state.</summary>
    internal LoggedInAgent In(string status, string? subStatus, string? pauseCode, string callerId)
    {
        var other = (LoggedInAgent)MemberwiseClone();
        other.Status = status;
        other.SubStatus = subStatus;
        other.PauseCode = pauseCode;
        other.CallerId = callerId;
        return other;
    }
}
