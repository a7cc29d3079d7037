namespace Vicidial.Client.Records.Campaigns;

/// <summary>A transfer preset that was added, changed, or removed (API function <c>update_presets</c>).</summary>
public sealed class TransferPresetChange : ChangeRecord
{
    /// <summary>The campaign.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The preset.</summary>
    [Column("preset_name"), RequestField("preset_name")]
    public string PresetName { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{CampaignId} {PresetName}";
}
