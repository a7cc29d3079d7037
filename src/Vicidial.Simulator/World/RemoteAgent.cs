namespace Vicidial.Simulator.World;

/// <summary>An agent who takes calls on a phone without a screen.</summary>
/// <param name="user">The first user of its lines.</param>
/// <param name="campaignId">The campaign.</param>
public sealed class RemoteAgent(string user, string campaignId) : SettingsRecord
{
    /// <summary>The first user of its lines.</summary>
    public string User { get; } = user;

    /// <summary>The campaign.</summary>
    public string CampaignId { get; set; } = campaignId;

    /// <summary>How many lines it has.</summary>
    public int Lines { get; set; } = 1;

    /// <summary>ACTIVE or INACTIVE.</summary>
    public string Status { get; set; } = "INACTIVE";
}
