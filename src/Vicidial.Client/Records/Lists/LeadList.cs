namespace Vicidial.Client.Records.Lists;

/// <summary>A list of leads (API function <c>list_info</c>).</summary>
public sealed class LeadList : DialerRecord
{
    /// <summary>The number of the list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The name.</summary>
    [Column("list_name")]
    public string ListName { get; internal set; } = string.Empty;

    /// <summary>Its campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>Whether its leads are dialed.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>When the list was last changed, in the dialer's local time.</summary>
    [Column("list_changedate")]
    public DateTime? ChangeDate { get; internal set; }

    /// <summary>When one of its leads was last called, in the dialer's local time.</summary>
    [Column("list_lastcalldate")]
    public DateTime? LastCallDate { get; internal set; }

    /// <summary>The last day on which its leads are dialed.</summary>
    [Column("expiration_date")]
    public DateTime? ExpirationDate { get; internal set; }

    /// <summary>How often it was reset today.</summary>
    [Column("resets_today")]
    public int? ResetsToday { get; internal set; }

    /// <summary>The number of its leads; null if counts were not requested.</summary>
    [Column("all_leads_count")]
    public int? LeadCount { get; internal set; }

    /// <summary>The number of its leads with the status NEW; null if counts were not requested.</summary>
    [Column("new_leads_count")]
    public int? NewLeadCount { get; internal set; }

    /// <summary>The number of its leads that can be dialed now; null if it was not requested.</summary>
    [Column("dialable_count")]
    public int? DialableCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ListId}";
}
