namespace Vicidial.Client.Records.Leads;

/// <summary>A callback of a lead (API function <c>lead_callback_info</c>).</summary>
public sealed class Callback : DialerRecord
{
    /// <summary>The lead ID.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>CURRENT, or ARCHIVE for a callback in the archive.</summary>
    [Column("callback_type")]
    public string CallbackType { get; internal set; } = string.Empty;

    /// <summary>USERONLY or ANYONE.</summary>
    [Column("recipient")]
    public string Recipient { get; internal set; } = string.Empty;

    /// <summary>ACTIVE, LIVE, INACTIVE …</summary>
    [Column("callback_status")]
    public string CallbackStatus { get; internal set; } = string.Empty;

    /// <summary>The status of the lead that set it.</summary>
    [Column("lead_status")]
    public string LeadStatus { get; internal set; } = string.Empty;

    /// <summary>When to call, in the dialer's local time.</summary>
    [Column("callback_date")]
    public DateTime? CallbackTime { get; internal set; }

    /// <summary>When it was set, in the dialer's local time.</summary>
    [Column("entry_date")]
    public DateTime? EntryDate { get; internal set; }

    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The list of the lead.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The user group.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The customer's time zone, as text.</summary>
    [Column("customer_timezone")]
    public string CustomerTimeZone { get; internal set; } = string.Empty;

    /// <summary>When to call, in the customer's time.</summary>
    [Column("customer_time")]
    public DateTime? CustomerTime { get; internal set; }

    /// <summary>Free text.</summary>
    [Column("comments")]
    public string Comments { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId} {CallbackTime:s}";
}
