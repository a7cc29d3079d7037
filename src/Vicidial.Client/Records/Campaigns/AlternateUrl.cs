namespace Vicidial.Client.Records.Campaigns;

/// <summary>
/// A URL that the dialer requests at an event in addition to the usual one (API function <c>update_alt_url</c>, with the ID LIST).
/// </summary>
public sealed class AlternateUrl : DialerRecord
{
    /// <summary>Its number.</summary>
    [Column("url_id")]
    public long? AlternateUrlId { get; internal set; }

    /// <summary>What the URL belongs to.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>campaign, ingroup or list.</summary>
    [Column("entry_type")]
    public string EntryType { get; internal set; } = string.Empty;

    /// <summary>The event: dispo, start, addlead or noagent.</summary>
    [Column("url_type")]
    public string UrlType { get; internal set; } = string.Empty;

    /// <summary>Whether the dialer requests it.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>Its place in the order.</summary>
    [Column("url_rank")]
    public int? Rank { get; internal set; }

    /// <summary>The statuses for which it is requested.</summary>
    [Column("url_statuses")]
    public TextList Statuses { get; internal set; } = TextList.Empty;

    /// <summary>The description.</summary>
    [Column("url_description")]
    public string Description { get; internal set; } = string.Empty;

    /// <summary>The lists for which it is requested.</summary>
    [Column("url_lists")]
    public TextList Lists { get; internal set; } = TextList.Empty;

    /// <summary>The minimum length of the call.</summary>
    [Column("url_call_length")]
    public TimeSpan? CallLength { get; internal set; }

    /// <summary>The URL, with the dialer's own placeholders.</summary>
    [Column("url_address")]
    public string Address { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{AlternateUrlId}";
}
