namespace Vicidial.Client.Records.Agents;

/// <summary>What an agent did in a period (API function <c>agent_stats_export</c>).</summary>
public sealed class AgentStatistic : DialerRecord
{
    /// <summary>The start of the period, in the dialer's local time.</summary>
    [RequestField("datetime_start")]
    public DateTime? StartTime { get; internal set; }

    /// <summary>The end of the period, in the dialer's local time.</summary>
    [RequestField("datetime_end")]
    public DateTime? EndTime { get; internal set; }

    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The name of the user.</summary>
    [Column("full_name")]
    public string FullName { get; internal set; } = string.Empty;

    /// <summary>The user group.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The campaign, if the figures are by campaign; otherwise null.</summary>
    [Column("campaign_id")]
    public string? CampaignId { get; internal set; }

    /// <summary>The number of calls with a lead.</summary>
    [Column("calls")]
    public int? Calls { get; internal set; }

    /// <summary>The time logged in.</summary>
    [Column("login_time")]
    public TimeSpan? LoginTime { get; internal set; }

    /// <summary>The time spent talking, without time after the customer hung up.</summary>
    [Column("total_talk_time")]
    public TimeSpan? TotalTalkTime { get; internal set; }

    /// <summary>The average time spent waiting for a call.</summary>
    [Column("avg_wait_time")]
    public TimeSpan? AverageWaitTime { get; internal set; }

    /// <summary>The share of all calls, in percent.</summary>
    [Column("pct_of_queue")]
    public decimal? PercentOfQueue { get; internal set; }

    /// <summary>The time paused.</summary>
    [Column("pause_time")]
    public TimeSpan? PauseTime { get; internal set; }

    /// <summary>The number of logins.</summary>
    [Column("sessions")]
    public int? Sessions { get; internal set; }

    /// <summary>The average length of a session.</summary>
    [Column("avg_session")]
    public TimeSpan? AverageSession { get; internal set; }

    /// <summary>The number of pauses.</summary>
    [Column("pauses")]
    public int? Pauses { get; internal set; }

    /// <summary>The average length of a pause.</summary>
    [Column("avg_pause_time")]
    public TimeSpan? AveragePauseTime { get; internal set; }

    /// <summary>The share of the time logged in that was paused, in percent.</summary>
    [Column("pause_pct")]
    public decimal? PausePercent { get; internal set; }

    /// <summary>The number of pauses in a session, rounded.</summary>
    [Column("pauses_per_session")]
    public int? PausesPerSession { get; internal set; }

    /// <summary>The time spent waiting for calls.</summary>
    [Column("wait_time")]
    public TimeSpan? WaitTime { get; internal set; }

    /// <summary>The time spent on calls, with time after the customer hung up; null on old dialers.</summary>
    [Column("talk_time")]
    public TimeSpan? TalkTime { get; internal set; }

    /// <summary>The time spent giving calls their status; null on old dialers.</summary>
    [Column("dispo_time")]
    public TimeSpan? DispoTime { get; internal set; }

    /// <summary>The time spent on calls whose customer had hung up; null on old dialers.</summary>
    [Column("dead_time")]
    public TimeSpan? DeadTime { get; internal set; }

    /// <summary>The talk time per call. Calculated by the module, because the dialer returns the value of the previous row.</summary>
    [Recomputed("avg_talk_time")]
    public TimeSpan? AverageTalkTime =>
        TotalTalkTime is { } total && Calls is > 0 ? TimeSpan.FromSeconds(Math.Round(total.TotalSeconds / Calls.Value)) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{User} {Calls}";
}
