using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>
/// The rows of a report by status. Its headings are in the order in which the statuses appear, but the columns below them are sorted by name.
/// </summary>
internal sealed class DispositionTable
{
    private readonly List<DispositionRow> _rows = [];
    private readonly SortedSet<string> _statuses = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _headings = [];

    public IReadOnlyList<DispositionRow> Rows => _rows;

    public IEnumerable<string> Statuses => _statuses;

    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds calls. Without calls, there is no row.</summary>
    public void Add(string name, IEnumerable<CallRecord> calls, bool hasOwnHeadings = false)
    {
        foreach (IGrouping<string, CallRecord> group in calls
            .GroupBy(call => call.Status, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (_statuses.Add(group.Key) || hasOwnHeadings)
            {
                _headings.Add(group.Key);
            }

            DispositionRow? row = _rows.Find(other => other.Name == name);
            if (row is null)
            {
                row = new DispositionRow(name);
                _rows.Add(row);
            }

            row.Add(group.Key, group.Count());
        }
    }

    public DispositionRow Total()
    {
        var total = new DispositionRow("TOTAL");
        foreach (DispositionRow row in _rows)
        {
            foreach (string status in _statuses)
            {
                total.Add(status, row.Count(status));
            }
        }

        return total;
    }
}
