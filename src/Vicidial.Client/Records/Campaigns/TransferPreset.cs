namespace Vicidial.Client.Records.Campaigns;

/// <summary>A number that agents of a campaign can transfer calls to by name (API function <c>update_presets</c>, with the action LIST).</summary>
public sealed class TransferPreset : DialerRecord
{
    /// <summary>The campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>Its name.</summary>
    [Column("preset_name")]
    public string PresetName { get; internal set; } = string.Empty;

    /// <summary>The number.</summary>
    [Column("preset_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>Whether agents do not see the number.</summary>
    [Column("preset_hide_number")]
    public bool? HidesNumber { get; internal set; }

    /// <summary>The tones that are sent.</summary>
    [Column("preset_dtmf")]
    public string Dtmf { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => PresetName;
}
