namespace Vicidial.Client.Events;

/// <summary>An event about a call.</summary>
public class CallEvent : LeadEvent
{
    /// <summary>The ID of the call, which the events of one call share.</summary>
    [EventVariable("call_id")]
    public string CallId { get; internal set; } = string.Empty;

    /// <summary>The telephone switch's ID of the call leg; empty when a manual call starts, and shared by transfers.</summary>
    [EventVariable("uniqueid")]
    public string UniqueId { get; internal set; } = string.Empty;

    /// <summary>The row of the agent log: one for each agent and call.</summary>
    [EventVariable("agent_log_id")]
    public long? AgentLogId { get; internal set; }

    /// <summary>The row of the log of inbound calls.</summary>
    [EventVariable("closecallid")]
    public long? CloserLogId { get; internal set; }

    /// <summary>The row of the transfer log.</summary>
    [EventVariable("xfercallid")]
    public long? TransferLogId { get; internal set; }

    /// <summary>The status of the call or the lead, depending on the kind of event.</summary>
    [EventVariable("dispo", "status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The campaign that the agent is logged in to; in events that a Perl script sends, the campaign or in-group of the call.</summary>
    [EventVariable("campaign", "campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The in-group of an inbound call, otherwise the campaign.</summary>
    [EventVariable("group", "channel_group")]
    public string GroupId { get; internal set; } = string.Empty;

    /// <summary>The user group of the agent.</summary>
    [EventVariable("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The full name of the agent.</summary>
    [EventVariable("fullname", "full_name")]
    public string AgentName { get; internal set; } = string.Empty;

    /// <summary>The email address of the agent.</summary>
    [EventVariable("agent_email")]
    public string AgentEmail { get; internal set; } = string.Empty;

    /// <summary>The number that was dialed.</summary>
    [EventVariable("dialed_number")]
    public string DialedNumber { get; internal set; } = string.Empty;

    /// <summary>Which number of the lead was dialed: MAIN, ALT, ADDR3 and others.</summary>
    [EventVariable("dialed_label")]
    public string DialedLabel { get; internal set; } = string.Empty;

    /// <summary>The pattern of the DID.</summary>
    [EventVariable("did_pattern")]
    public string DidPattern { get; internal set; } = string.Empty;

    /// <summary>The number of the DID.</summary>
    [EventVariable("did_id")]
    public long? DidId { get; internal set; }

    /// <summary>The number that the caller dialed.</summary>
    [EventVariable("did_extension")]
    public string DidExtension { get; internal set; } = string.Empty;

    /// <summary>The description of the DID.</summary>
    [EventVariable("did_description")]
    public string DidDescription { get; internal set; } = string.Empty;

    /// <summary>The agent who took the call first.</summary>
    [EventVariable("fronter")]
    public string Fronter { get; internal set; } = string.Empty;

    /// <summary>The agent who received it by transfer.</summary>
    [EventVariable("closer")]
    public string Closer { get; internal set; } = string.Empty;

    /// <summary>The conference of the agent.</summary>
    [EventVariable("session_id")]
    public string SessionId { get; internal set; } = string.Empty;

    /// <summary>The server of the agent's session.</summary>
    [EventVariable("server_ip")]
    public string ServerIp { get; internal set; } = string.Empty;

    /// <summary>The phone login of the agent.</summary>
    [EventVariable("phone_login")]
    public string PhoneLogin { get; internal set; } = string.Empty;

    /// <summary>The phone of the agent.</summary>
    [EventVariable("SIPexten")]
    public string AgentPhone { get; internal set; } = string.Empty;

    /// <summary>How long the agent talked, without the time after the customer hung up.</summary>
    [EventVariable("talk_time", "talk_time_ms")]
    public TimeSpan? TalkTime { get; internal set; }
}
