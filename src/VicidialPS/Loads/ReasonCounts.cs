using VicidialPS.Output;

namespace VicidialPS.Loads;

/// <summary>Counts the reasons why rows failed, and keeps the first text of each.</summary>
internal sealed class ReasonCounts
{
    private readonly Dictionary<string, (long Count, string Example)> _reasons = new(StringComparer.Ordinal);

    /// <summary>Counts a row.</summary>
    /// <param name="errorId">The reason.</param>
    /// <param name="text">The reason in words.</param>
    public void Add(string errorId, string text) =>
        _reasons[errorId] = _reasons.TryGetValue(errorId, out (long Count, string Example) known) ? (known.Count + 1, known.Example) : (1, text);

    /// <summary>The counts, the highest first.</summary>
    public LoadReason[] ToArray() =>
        _reasons
            .OrderByDescending(static reason => reason.Value.Count)
            .Select(static reason => new LoadReason(reason.Key, reason.Value.Count, reason.Value.Example))
            .ToArray();
}
