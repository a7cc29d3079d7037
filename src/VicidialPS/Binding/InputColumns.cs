using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>Records which columns of a run's rows were used and which were not, and suggests a parameter for each unused one.</summary>
internal sealed class InputColumns
{
    private const int RowsThatShowColumns = 20;
    private readonly CommandPlan _plan;
    private readonly IReadOnlyDictionary<string, string> _map;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _found = [];
    private readonly Dictionary<string, string?> _unused = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _untold = [];
    private readonly Dictionary<string, string> _firstOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overlapping = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _overlaps = [];
    private bool _hasToldOfMap;
    private int _rows;

    /// <summary>Starts without rows.</summary>
    /// <param name="plan">What the cmdlet declares.</param>
    /// <param name="map">The parameter for each mapped column.</param>
    public InputColumns(CommandPlan plan, IReadOnlyDictionary<string, string> map)
    {
        _plan = plan;
        _map = map;
    }

    /// <summary>The columns that were found, in order.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>The columns that were not used, in order.</summary>
    public IReadOnlyList<string> Unused => _found.Where(_unused.ContainsKey).ToArray();

    /// <summary>A column's name without the byte-order marks, blanks, and quotation marks that files and spreadsheets leave around it.</summary>
    public static string Bare(string name) => name.Trim().Trim('\uFEFF', '\u200B', '"', ' ', '\u00A0').Trim();

    /// <summary>Records that a column was used.</summary>
    public void Use(string name, ParameterField? field = null)
    {
        See(name);
        if (field is not null && _used.Add(field.ParameterName))
        {
            _firstOf[field.ParameterName] = name;
        }
    }

    /// <summary>Records that a column's value was not used, because another column or a parameter has set the field.</summary>
    public void Overlap(string name, ParameterField field)
    {
        // A parameter overrides all rows, and the user who typed it knows that: no warning.
        if (
            _firstOf.TryGetValue(field.ParameterName, out string? first)
            && !string.Equals(first, name, StringComparison.OrdinalIgnoreCase)
            && _overlapping.Add(name)
        )
        {
            _overlaps.Add($"The columns {name} and {first} both set {field.ParameterName}. If both have a value, {first} was used.");
        }
    }

    /// <summary>Records that a column was not used.</summary>
    /// <param name="name">The column.</param>
    /// <param name="reason">Why a column that the cmdlet knows was not used, or null if it knows no column of this name.</param>
    public void LeaveOut(string name, string? reason = null)
    {
        if (See(name))
        {
            _unused.Add(name, reason);
            _untold.Add(name);
        }
    }

    /// <summary>Counts a row that was read.</summary>
    /// <returns>The description of the columns once enough rows were read; otherwise null.</returns>
    public string? CountRow() => ++_rows == RowsThatShowColumns ? Tell() : null;

    /// <summary>Describes the columns that were not used since the last time, or returns null if there is nothing to report.</summary>
    public string? Tell()
    {
        var sentences = new List<string>();
        string[] unknown = _untold.Where(name => _unused[name] is null).Select(Suggest).ToArray();
        if (unknown.Length > 0)
        {
            sentences.Add(
                $"These columns match no parameter and were not used: {string.Join(", ", unknown)}. Rename them, or map them with -Map."
            );
        }

        sentences.AddRange(
            _untold
                .Where(name => _unused[name] is not null)
                .GroupBy(name => _unused[name]!)
                .Select(static group => $"{string.Join(", ", group)}: {group.Key}")
        );
        _untold.Clear();
        sentences.AddRange(_overlaps);
        _overlaps.Clear();
        if (!_hasToldOfMap && _found.Count > 0)
        {
            _hasToldOfMap = true;
            string[] missing = _map.Keys.Where(column => !_seen.Contains(column)).ToArray();
            if (missing.Length > 0)
            {
                sentences.Add($"-Map names columns that no row has: {string.Join(", ", missing)}. The rows have: {string.Join(", ", _found)}.");
            }
        }

        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private bool See(string name)
    {
        if (!_seen.Add(name))
        {
            return false;
        }

        _found.Add(name);
        return true;
    }

    // If the closest parameter already has its own column, the user probably did not mean it, so there is no suggestion.
    private string Suggest(string name) =>
        ClosestName.Find(name, _plan.Fields.SelectMany(static field => field.Names)) is { } close
        && _plan.FindByName(close)!.ParameterName is var parameter
        && !_used.Contains(parameter)
            ? $"{name} (did you mean {parameter}?)"
            : name;
}
