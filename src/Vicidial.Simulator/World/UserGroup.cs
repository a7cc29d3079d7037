namespace Vicidial.Simulator.World;

/// <summary>A user group: the campaigns and groups that its users may see.</summary>
public sealed class UserGroup
{
    /// <summary>Makes a group that sees everything.</summary>
    /// <param name="name">The group's name.</param>
    public UserGroup(string name)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
    }

    /// <summary>The group's name.</summary>
    public string Name { get; }

    /// <summary>The campaigns that its users may see, or null for all.</summary>
    public ISet<string>? AllowedCampaigns { get; set; }

    /// <summary>The groups that its users may see, or null for all.</summary>
    public ISet<string>? VisibleGroups { get; set; }

    internal bool AllowsCampaign(string campaignId) => AllowedCampaigns is null || AllowedCampaigns.Contains(campaignId);

    internal bool SeesGroup(string group) => VisibleGroups is null || VisibleGroups.Contains(group);
}
