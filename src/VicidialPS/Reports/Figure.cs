namespace VicidialPS.Reports;

/// <summary>Formats figures for readers.</summary>
internal static class Figure
{
    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "yes" : "no",
        TimeSpan time => Time(time),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        int number => Count(number),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    public static string Count(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan time) =>
        string.Format(CultureInfo.InvariantCulture, "{0}:{1:00}:{2:00}", (long)time.TotalHours, time.Minutes, time.Seconds);

    public static bool IsNumber(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(int) || bare == typeof(decimal) || bare == typeof(TimeSpan);
    }
}
