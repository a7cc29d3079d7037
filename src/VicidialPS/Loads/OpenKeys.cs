namespace VicidialPS.Loads;

/// <summary>The keys of rows with an unknown outcome in this run. Thread-safe.</summary>
internal sealed class OpenKeys
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the keys of a row.</summary>
    public void Add(IEnumerable<string> keys)
    {
        lock (_keys)
        {
            _keys.UnionWith(keys);
        }
    }

    /// <summary>The first of the given keys that belongs to a row with an unknown outcome, or null.</summary>
    public string? FindFirst(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        lock (_keys)
        {
            return keys.FirstOrDefault(_keys.Contains);
        }
    }
}
