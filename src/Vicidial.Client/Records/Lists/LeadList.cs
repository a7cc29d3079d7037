using System;

namespace Vicidial.Client.Records.Lists;

/// <summary>A list of leads (API function <c>list_info</c>).</summary>
public sealed class LeadList : DialerRecord
{
    /// <summary>The number of the list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>What it is called.</summary>
    [Column("list_name")]
    public string ListName { get; internal set; } = string.Empty;

    /// <summary>Its campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>Whether its leads are dialled.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>When it was last changed, in the dialer's local time.</summary>
    [Column("list_changedate")]
    public DateTime? ChangeDate { get; internal set; }

    /// <summary>When one of its leads was last called, in the dialer's local time.</summary>
    [Column("list_lastcalldate")]
    public DateTime? LastCallDate { get; internal set; }

    /// <summary>The day after which its leads are not dialled.</summary>
    [Column("expiration_date")]
    public DateTime? ExpirationDate { get; internal set; }

    /// <summary>How often it was reset today.</summary>
    [Column("resets_today")]
    public int? ResetsToday { get; internal set; }

    /// <summary>The number of its leads; null where counts were not asked for.</summary>
    [Column("all_leads_count")]
    public int? LeadCount { get; internal set; }

    /// <summary>The number of its leads with the status NEW; null where counts were not asked for.</summary>
    [Column("new_leads_count")]
    public int? NewLeadCount { get; internal set; }

    /// <summary>The number of its leads that may be dialled now; null where that was not asked for.</summary>
    [Column("dialable_count")]
    public int? DialableCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ListId}";
}
