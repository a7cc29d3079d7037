namespace Vicidial.Client.Records.Campaigns;

/// <summary>A campaign that was changed (API function <c>update_campaign</c>).</summary>
public sealed class CampaignChange : ChangeRecord
{
    /// <summary>The campaign.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>How many leads were removed from the hopper; null if the hopper did not change, or the dialer does not report it.</summary>
    [Column("affected")]
    public int? AffectedLeads { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => CampaignId;
}
