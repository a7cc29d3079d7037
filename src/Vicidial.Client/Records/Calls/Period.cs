namespace Vicidial.Client.Records.Calls;

/// <summary>Periods in days.</summary>
internal static class Period
{
    /// <summary>The last second of a period. A last day without a time means the whole day.</summary>
    public static DateTime? End(DateTime? asked) => asked is { TimeOfDay.Ticks: 0 } day ? day.AddDays(1).AddSeconds(-1) : asked;
}
