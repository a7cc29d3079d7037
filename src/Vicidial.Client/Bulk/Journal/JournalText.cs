namespace Vicidial.Client.Bulk.Journal;

/// <summary>The names and forms that all lines of a journal share.</summary>
internal static class JournalText
{
    /// <summary>The format name in the first line.</summary>
    public const string Format = "VicidialPS load journal";

    /// <summary>The version of the format. It increases when a reader of the previous version would misread a file.</summary>
    public const int Version = 1;

    public const string FormatName = "format";
    public const string VersionName = "version";
    public const string LoadName = "load";
    public const string FunctionName = "function";
    public const string ShardName = "shard";
    public const string MarkerName = "marker";
    public const string TimeName = "at";
    public const string DialerName = "dialer";
    public const string DialerTimeName = "dialerTime";
    public const string SendingName = "sending";
    public const string EndName = "end";
    public const string RowsName = "rows";

    public const string DialerTimeForm = "yyyy-MM-dd HH:mm:ss";

    public static DateTimeOffset ReadTime(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : default;

    public static long? ReadNumber(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
