namespace Vicidial.Client.Records.Campaigns;

/// <summary>A remote agent that was changed (API function <c>update_remote_agent</c>).</summary>
public sealed class RemoteAgentChange : ChangeRecord
{
    /// <summary>The user account of the remote agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>ACTIVE or INACTIVE, if it was set.</summary>
    [Column("status"), RequestField("status")]
    public string? Status { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User;
}
