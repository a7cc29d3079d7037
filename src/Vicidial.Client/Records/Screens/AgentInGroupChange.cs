namespace Vicidial.Client.Records.Screens;

/// <summary>The in-groups that were set for an agent (API function <c>change_ingroups</c>).</summary>
public sealed class AgentInGroupChange : ChangeRecord
{
    /// <summary>The agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The in-groups.</summary>
    [Column("ingroup_choices")]
    public TextList InGroups { get; internal set; } = TextList.Empty;

    /// <summary>Whether the agent also takes calls that the dialer places.</summary>
    [Column("blended"), RequestField("blended")]
    public bool? IsBlended { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{User}: {InGroups}";
}
