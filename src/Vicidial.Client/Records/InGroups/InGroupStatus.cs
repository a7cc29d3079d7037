namespace Vicidial.Client.Records.InGroups;

/// <summary>The calls and agents of an in-group now (API function <c>in_group_status</c>).</summary>
public sealed class InGroupStatus : DialerRecord
{
    /// <summary>The in-group; several, separated by spaces, if they were counted together.</summary>
    [Column("ingroups")]
    public string InGroupId { get; internal set; } = string.Empty;

    /// <summary>The number of live calls.</summary>
    [Column("total_calls")]
    public int? TotalCalls { get; internal set; }

    /// <summary>The number of calls waiting for an agent.</summary>
    [Column("calls_waiting")]
    public int? CallsWaiting { get; internal set; }

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

    /// <summary>The number of agents giving a call its status.</summary>
    [Column("agents_in_dispo")]
    public int? AgentsInDispo { get; internal set; }

    /// <summary>The number of agents who are dialing; null on old dialers.</summary>
    [Column("agents_in_dial")]
    public int? AgentsInDial { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => InGroupId;
}
