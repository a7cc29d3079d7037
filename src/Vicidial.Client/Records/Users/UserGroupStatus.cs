namespace Vicidial.Client.Records.Users;

/// <summary>What the agents of a user group are doing (API function <c>user_group_status</c>).</summary>
public sealed class UserGroupStatus : DialerRecord
{
    /// <summary>The user group; several, separated by spaces, if they were counted together.</summary>
    [Column("usergroups")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The number of agents logged in.</summary>
    [Column("agents_logged_in")]
    public int? AgentsLoggedIn { get; internal set; }

    /// <summary>The number of agents on calls, including agents whose call is being dialed, is queued, or is parked.</summary>
    [Column("agents_in_calls")]
    public int? AgentsInCalls { get; internal set; }

    /// <summary>The number of agents ready for a call.</summary>
    [Column("agents_waiting")]
    public int? AgentsWaiting { get; internal set; }

    /// <summary>The number of agents paused.</summary>
    [Column("agents_paused")]
    public int? AgentsPaused { get; internal set; }

    /// <summary>The number of agents on calls whose customer has hung up.</summary>
    [Column("agents_in_dead_calls")]
    public int? AgentsInDeadCalls { get; internal set; }

    /// <summary>The number of agents giving a call its status.</summary>
    [Column("agents_in_dispo")]
    public int? AgentsInDispo { get; internal set; }

    /// <summary>The number of agents who are dialing; null on old dialers.</summary>
    [Column("agents_in_dial")]
    public int? AgentsInDial { get; internal set; }

    /// <summary>The number of all waiting calls that the account may see, not only of this group.</summary>
    [Column("calls_waiting")]
    public int? AllCallsWaiting { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => UserGroup;
}
