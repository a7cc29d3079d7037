using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>The first line of a journal, which describes the load.</summary>
public sealed class LoadStart
{
    /// <summary>Makes the start of a load.</summary>
    /// <param name="function">The API function.</param>
    /// <param name="dialer">The address of the dialer.</param>
    /// <param name="shard">The part of the load, as in <c>2/5</c>, or null.</param>
    /// <param name="marker">The field in which each row is marked, or null.</param>
    public LoadStart(string function, string dialer, string? shard, string? marker)
    {
        Function = function;
        Dialer = dialer;
        Shard = shard;
        Marker = marker;
        LoadId = Guid.NewGuid().ToString("N").Substring(0, 8);
    }

    /// <summary>The API function.</summary>
    public string Function { get; }

    /// <summary>The address of the dialer.</summary>
    public string Dialer { get; }

    /// <summary>The part of the load, or null for a whole load.</summary>
    public string? Shard { get; }

    /// <summary>The wire field in which each row is marked, or null.</summary>
    public string? Marker { get; }

    /// <summary>Eight digits that identify the load.</summary>
    public string LoadId { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When the load began, in the dialer's time; null if it is not needed.</summary>
    public DateTime? DialerTime { get; set; }

    private string? PartCount => Shard?.Substring(Shard.IndexOf('/') + 1);

    /// <summary>How every journal begins.</summary>
    internal static string Opening { get; } = $"{{\"{JournalText.FormatName}\":\"{JournalText.Format}\"";

    internal static LoadStart? Read(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(JournalText.FormatName, out string? format)
        && format == JournalText.Format
        && values.TryGetValue(JournalText.FunctionName, out string? function)
        && values.TryGetValue(JournalText.LoadName, out string? load)
        && values.TryGetValue(JournalText.DialerName, out string? dialer)
            ? new LoadStart(
                function,
                dialer,
                values.TryGetValue(JournalText.ShardName, out string? shard) ? shard : null,
                values.TryGetValue(JournalText.MarkerName, out string? marker) ? marker : null
            )
            {
                LoadId = load,
                At = JournalText.ReadTime(values, JournalText.TimeName),
                DialerTime =
                    values.TryGetValue(JournalText.DialerTimeName, out string? time)
                    && DateTime.TryParseExact(time, JournalText.DialerTimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
                        ? local
                        : null,
            }
            : null;

    /// <summary>Rejects a journal that belongs to another load.</summary>
    /// <exception cref="DialerException">The journal belongs to another load.</exception>
    internal void RequireSame(LoadStart found, string path)
    {
        Refuse(path,
            found.Function != Function ? $"it is for {found.Function}, but this load uses {Function}"
            : found.Dialer != Dialer ? $"it is for {found.Dialer}, but this load goes to {Dialer}"
            : found.Shard != Shard ? $"it is for {DescribePart(found.Shard)}, but this load is {DescribePart(Shard)}"
            : found.Marker != Marker ? $"its marker field is {found.Marker ?? "none"}, but this load's is {Marker ?? "none"}"
            : null);
    }

    /// <summary>Rejects a journal that is not for a part of the same load. Parts can go to several dialers.</summary>
    /// <param name="found">The start of that journal.</param>
    /// <param name="path">The path of that journal.</param>
    /// <exception cref="DialerException">It is for another load.</exception>
    public void RequireSameLoad(LoadStart found, string path)
    {
        Refuse(path,
            found.Function != Function ? $"it is for {found.Function}, but the first journal is for {Function}"
                : found.PartCount != PartCount
                    ? $"it is for {DescribePart(found.Shard)}, but the first journal is for {DescribePart(Shard)}"
                : found.Marker != Marker ? $"its marker field is {found.Marker ?? "none"}, but the first journal's is {Marker ?? "none"}"
                : null
        );
    }

    internal void Write(JsonLine line) =>
        line.Add(JournalText.FormatName, JournalText.Format)
            .Add(JournalText.VersionName, JournalText.Version)
            .Add(JournalText.LoadName, LoadId)
            .Add(JournalText.FunctionName, Function)
            .Add(JournalText.DialerName, Dialer)
            .Add(JournalText.DialerTimeName, DialerTime?.ToString(JournalText.DialerTimeForm, CultureInfo.InvariantCulture))
            .Add(JournalText.ShardName, Shard)
            .Add(JournalText.MarkerName, Marker)
            .Add(JournalText.TimeName, At)
            .End();

    private static string DescribePart(string? shard) => shard is null ? "a whole load" : $"part {shard}";

    private static void Refuse(string path, string? difference)
    {
        if (difference is not null)
        {
            throw new DialerException(
                "JournalOfAnotherLoad",
                DialerErrorKind.InvalidArgument,
                $"{path} is the journal of another load: {difference}."
            );
        }
    }
}
