namespace Vicidial.Simulator.Functions.Agents;

/// <summary>The format of durations in a report.</summary>
internal sealed class TimeFormat
{
    private const int SecondsOfMinute = 60;
    private const int SecondsOfHour = 3600;

    private readonly string _format;
    private readonly bool _isModern;

    private TimeFormat(string format, bool isModern)
    {
        _format = format;
        _isModern = isModern;
    }

    /// <summary>The format of <c>time_format</c>.</summary>
    public static TimeFormat Asked(FunctionContext context)
    {
        string format = context.Text("time_format", CharacterFilter.Capitals);
        return new TimeFormat(format.Length == 0 ? "HF" : format, context.World.Generation.Has("2.14-107"));
    }

    public string Text(int seconds) => _format switch
    {
        "HF" => WithHours(seconds),
        "H" => _isModern || seconds >= SecondsOfHour ? WithHours(seconds) : WithMinutes(seconds),
        "S" => FunctionContext.Number(seconds),
        "M" => WithMinutes(seconds),

        // With an unknown format, newer releases write only zero as a time.
        _ => _isModern && seconds > 0 ? FunctionContext.Number(seconds) : WithMinutes(seconds),
    };

    private static string WithHours(int seconds) =>
        $"{FunctionContext.Number(seconds / SecondsOfHour)}:{Two(seconds / SecondsOfMinute % SecondsOfMinute)}:{Two(seconds % SecondsOfMinute)}";

    private static string WithMinutes(int seconds) => $"{FunctionContext.Number(seconds / SecondsOfMinute)}:{Two(seconds % SecondsOfMinute)}";

    private static string Two(int number) => (number < 10 ? "0" : string.Empty) + FunctionContext.Number(number);
}
