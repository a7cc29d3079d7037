namespace Vicidial.Client.Records.Campaigns;

/// <summary>A campaign and how it dials (API function <c>campaigns_list</c>).</summary>
public sealed class Campaign : DialerRecord
{
    /// <summary>The ID of the campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The name.</summary>
    [Column("campaign_name")]
    public string CampaignName { get; internal set; } = string.Empty;

    /// <summary>Whether it is active.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>The user group that administers it.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>MANUAL, RATIO, ADAPT_AVERAGE, INBOUND_MAN …</summary>
    [Column("dial_method")]
    public string DialMethod { get; internal set; } = string.Empty;

    /// <summary>The number of calls placed for each agent.</summary>
    [Column("dial_level")]
    public decimal? DialLevel { get; internal set; }

    /// <summary>The order in which leads are dialed.</summary>
    [Column("lead_order")]
    public string LeadOrder { get; internal set; } = string.Empty;

    /// <summary>The statuses whose leads are dialed.</summary>
    [Column("dial_statuses")]
    public TextList DialStatuses { get; internal set; } = TextList.Empty;

    /// <summary>How long a call rings.</summary>
    [Column("dial_timeout")]
    public TimeSpan? DialTimeout { get; internal set; }

    /// <summary>The prefix that is dialed before the number.</summary>
    [Column("dial_prefix")]
    public string DialPrefix { get; internal set; } = string.Empty;

    /// <summary>The same for numbers that agents dial.</summary>
    [Column("manual_dial_prefix")]
    public string ManualDialPrefix { get; internal set; } = string.Empty;

    /// <summary>The same for three-way calls.</summary>
    [Column("three_way_dial_prefix")]
    public string ThreeWayDialPrefix { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => CampaignId;
}
