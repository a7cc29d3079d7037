namespace Vicidial.Client.Records.Agents;

/// <summary>The campaigns and in-groups that are open to a user (API function <c>agent_campaigns</c>).</summary>
public sealed class AgentCampaign : DialerRecord
{
    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The active campaigns. The dialer joins them with hyphens, so a name with a hyphen is split.</summary>
    [Column("allowed_campaigns_list", Separator = '-')]
    public TextList Campaigns { get; internal set; } = TextList.Empty;

    /// <summary>The active in-groups of those campaigns. A name with a hyphen is split.</summary>
    [Column("allowed_ingroups_list", Separator = '-')]
    public TextList InGroups { get; internal set; } = TextList.Empty;

    /// <inheritdoc/>
    public override string ToString() => User;
}
