namespace Vicidial.Client.Records.Agents;

/// <summary>The in-groups that a logged-in agent takes calls from (API function <c>agent_ingroup_info</c>).</summary>
public sealed class AgentInGroupSelection : DialerRecord
{
    /// <summary>The user of the request.</summary>
    [RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The selected in-groups.</summary>
    [Column("SELECTED INGROUPS")]
    public TextList InGroups { get; internal set; } = TextList.Empty;

    /// <summary>Whether the agent also takes calls that the dialer places.</summary>
    [Column("OUTBOUND AUTODIAL")]
    public bool? IsBlended { get; internal set; }

    /// <summary>SET if a manager chose the in-groups, otherwise N.</summary>
    [Column("MANAGER OVERRIDE")]
    public string ManagerOverride { get; internal set; } = string.Empty;

    /// <summary>The manager who chose them, or empty.</summary>
    [Column("MANAGER")]
    public string Manager { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{User}: {InGroups}";
}
