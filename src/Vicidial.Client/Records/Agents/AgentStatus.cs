namespace Vicidial.Client.Records.Agents;

/// <summary>What one agent is doing now (API function <c>agent_status</c>).</summary>
public sealed class AgentStatus : DialerRecord
{
    /// <summary>The user of the request.</summary>
    [RequestField("agent_user")]
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

    /// <summary>DEAD, DISPO, 3-WAY, PARK, RING, PREVIEW, DIAL or empty.</summary>
    [Column("real_time_sub_status")]
    public string? SubStatus { get; internal set; }

    /// <summary>The last pause code.</summary>
    [Column("pause_code")]
    public string? PauseCode { get; internal set; }

    /// <summary>The number of calls handled today.</summary>
    [Column("calls_today")]
    public int? CallsToday { get; internal set; }

    /// <summary>The lead on the agent's screen, or the lead in a preview; 0 if there is none.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The number of that lead.</summary>
    [Column("phone_number")]
    public string? PhoneNumber { get; internal set; }

    /// <summary>The vendor lead code of that lead.</summary>
    [Column("vendor_lead_code")]
    public string? VendorLeadCode { get; internal set; }

    /// <summary>The identifier of the call.</summary>
    [Column("callerid")]
    public string CallerId { get; internal set; } = string.Empty;

    /// <summary>The conference of the agent's session; null on old dialers.</summary>
    [Column("session_id")]
    public string? SessionId { get; internal set; }

    /// <summary>The user group.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The level of the user, 1 to 9.</summary>
    [Column("user_level")]
    public int? UserLevel { get; internal set; }

    /// <summary>The address of the agent's computer at the last login that is older than two days; null if it was not requested.</summary>
    [Column("computer_ip")]
    public string? ComputerIp { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{User} {Status}";
}
