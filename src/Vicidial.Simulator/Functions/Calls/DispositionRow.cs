namespace Vicidial.Simulator.Functions.Calls;

/// <summary>How often the calls of one campaign, in-group, or DID ended with each status.</summary>
internal sealed class DispositionRow(string name)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    public int Calls { get; private set; }

    public int Count(string status) => _counts.TryGetValue(status, out int count) ? count : 0;

    public void Add(string status, int count)
    {
        _counts[status] = Count(status) + count;
        Calls += count;
    }
}
