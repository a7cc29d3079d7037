namespace Vicidial.Client.Records.Leads;

/// <summary>A callback that was set or removed (API function <c>update_lead</c>).</summary>
public sealed class CallbackChange : ChangeRecord
{
    /// <summary>The lead.</summary>
    [Column("lead_id"), RequestField("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The campaign.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string? CampaignId { get; internal set; }

    /// <summary>When to call, in the dialer's local time.</summary>
    [Column("callback_datetime"), RequestField("callback_datetime")]
    public DateTime? CallbackTime { get; internal set; }

    /// <summary>USERONLY or ANYONE.</summary>
    [Column("callback_type"), RequestField("callback_type")]
    public string? CallbackType { get; internal set; }

    /// <summary>The user who calls.</summary>
    [Column("callback_user"), RequestField("callback_user")]
    public string? User { get; internal set; }

    /// <summary>The status of the callback.</summary>
    [Column("callback_status"), RequestField("callback_status")]
    public string? CallbackStatus { get; internal set; }

    /// <summary>How many callbacks were removed; null if no removal was requested.</summary>
    [Column("callbacks_deleted")]
    public int? RemovedCallbacks { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId} {CallbackTime:s}";
}
