namespace Vicidial.Simulator.World;

/// <summary>A number to which agents of a campaign transfer.</summary>
/// <param name="campaignId">The campaign.</param>
/// <param name="name">Its name.</param>
/// <param name="number">The number.</param>
public sealed class TransferPreset(string campaignId, string name, string number) : SettingsRecord
{
    /// <summary>The campaign.</summary>
    public string CampaignId { get; } = campaignId;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The number.</summary>
    public string Number { get; set; } = number;

    /// <summary>Whether agents do not see the number.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The tones to send after the call is answered, or empty.</summary>
    public string Tones { get; set; } = string.Empty;
}
