using System;

namespace Vicidial.Client.Records.Calls;

/// <summary>Periods that are asked for by days.</summary>
internal static class Period
{
    /// <summary>The last second of a period: a last day without a time of day means all of it.</summary>
    public static DateTime? End(DateTime? asked) => asked is { TimeOfDay.Ticks: 0 } day ? day.AddDays(1).AddSeconds(-1) : asked;
}
