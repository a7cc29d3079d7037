namespace Vicidial.Client.Records.Calls;

/// <summary>A call, by its identifier (API function <c>callid_info</c>).</summary>
public sealed class CallDetail : DialerRecord
{
    /// <summary>The identifier of the call.</summary>
    [Column("call_id")]
    public string CallId { get; internal set; } = string.Empty;

    /// <summary>How long the agent talked with the customer; zero if the agent's log has no entry.</summary>
    [Column("custtime")]
    public TimeSpan? CustomerTime { get; internal set; }

    /// <summary>When the call began, in the dialer's local time; null if details were not requested.</summary>
    [Column("call_date")]
    public DateTime? CallTime { get; internal set; }

    /// <summary>The number.</summary>
    [Column("phone")]
    public string? PhoneNumber { get; internal set; }

    /// <summary>INBOUND, OUTBOUND_AUTO, OUTBOUND_MANUAL or OUTBOUND_OTHER.</summary>
    [Column("call_type")]
    public string? CallType { get; internal set; }

    /// <summary>The campaign.</summary>
    [Column("campaign_id")]
    public string? CampaignId { get; internal set; }

    /// <summary>The list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The status of the call.</summary>
    [Column("status")]
    public string? Status { get; internal set; }

    /// <summary>The user.</summary>
    [Column("user")]
    public string? User { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => CallId;
}
