namespace VicidialPS.Commands.Calls;

/// <summary>The groups by which Get-VicidialCallStatistic counts.</summary>
public enum CallBreakdown
{
    /// <summary>All calls of a campaign or in-group.</summary>
    Total,

    /// <summary>The calls of each hour of the day.</summary>
    Hour,

    /// <summary>The calls that got each status.</summary>
    Status,
}
