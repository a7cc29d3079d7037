namespace Vicidial.Client.Records.Calls;

/// <summary>How many calls a campaign or an in-group had (API function <c>call_status_stats</c>).</summary>
public sealed class CallStatistic : DialerRecord
{
    private DateTime? _endTime;

    /// <summary>The campaign or in-group.</summary>
    [Column("campaign_id")]
    public string GroupId { get; internal set; } = string.Empty;

    /// <summary>The hour of the day that is counted, from 0; null if all hours are counted.</summary>
    [Column("hours")]
    public int? Hour { get; internal set; }

    /// <summary>The status that is counted; null if all are counted.</summary>
    [Column("statuses")]
    public string? Status { get; internal set; }

    /// <summary>The number of calls.</summary>
    [Column("total_calls")]
    public int? Calls { get; internal set; }

    /// <summary>The number of calls that a person answered; null if calls of one hour or status are counted.</summary>
    [Column("human_answered_calls")]
    public int? HumanAnsweredCalls { get; internal set; }

    /// <summary>The start of the period, in the dialer's local time; null if the request had no period, which means today.</summary>
    [RequestField("query_date", "query_time")]
    public DateTime? StartTime { get; internal set; }

    /// <summary>The end of the period, in the dialer's local time; null if the request had no period, which means today.</summary>
    [RequestField("end_date", "end_time")]
    public DateTime? EndTime
    {
        get => _endTime ?? Period.End(StartTime?.Date);
        internal set => _endTime = Period.End(value);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GroupId} {Calls}";
}
