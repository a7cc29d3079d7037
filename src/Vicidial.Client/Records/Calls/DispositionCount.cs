namespace Vicidial.Client.Records.Calls;

/// <summary>How many calls of a campaign, an in-group or a DID got a status (API function <c>call_dispo_report</c>).</summary>
public sealed class DispositionCount : DialerRecord
{
    private DateTime? _endTime;

    /// <summary>The campaign, in-group or DID.</summary>
    [Column("CAMPAIGN")]
    public string GroupId { get; internal set; } = string.Empty;

    /// <summary>The status that is counted; null if all are counted.</summary>
    [Column("<STATUS>")]
    public string? Status { get; internal set; }

    /// <summary>The number of calls.</summary>
    [Column("TOTAL CALLS")]
    public int? Calls { get; internal set; }

    /// <summary>The number of all calls of the group; null if the status is not counted separately.</summary>
    [Column("group_calls")]
    public int? GroupCalls { get; internal set; }

    /// <summary>The share of the group's calls, in percent with one decimal; null if the group has no calls.</summary>
    public decimal? Percent => Calls is { } calls && GroupCalls is > 0 ? Math.Round(calls * 100m / GroupCalls.Value, 1) : null;

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
    public override string ToString() => $"{GroupId} {Status} {Calls}";
}
