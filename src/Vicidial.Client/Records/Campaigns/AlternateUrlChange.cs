namespace Vicidial.Client.Records.Campaigns;

/// <summary>An alternate URL that was added or changed (API function <c>update_alt_url</c>).</summary>
public sealed class AlternateUrlChange : ChangeRecord
{
    /// <summary>What the URL belongs to.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>campaign, ingroup or list.</summary>
    [Column("entry_type"), RequestField("entry_type")]
    public string EntryType { get; internal set; } = string.Empty;

    /// <summary>The event: dispo, start, addlead or noagent.</summary>
    [Column("url_type"), RequestField("url_type")]
    public string UrlType { get; internal set; } = string.Empty;

    /// <summary>Its number.</summary>
    [Column("alt_url_id"), RequestField("alt_url_id")]
    public string AlternateUrlId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => AlternateUrlId;
}
