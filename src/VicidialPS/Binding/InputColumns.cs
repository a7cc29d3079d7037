using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>
/// Knows which columns of the rows of a run were used, which were not, and which parameter each of those was probably meant for.
/// </summary>
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

    /// <summary>Begins with no rows.</summary>
    /// <param name="plan">What the cmdlet declares.</param>
    /// <param name="map">Which column is meant for which parameter.</param>
    public InputColumns(CommandPlan plan, IReadOnlyDictionary<string, string> map)
    {
        _plan = plan;
        _map = map;
    }

    /// <summary>The columns that were found, in their order.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>The columns that were not used, in their order.</summary>
    public IReadOnlyList<string> Unused => _found.Where(_unused.ContainsKey).ToArray();

    /// <summary>A column's name without what files and spreadsheets leave around it: byte-order marks, blanks, quotation marks.</summary>
    public static string Bare(string name) => name.Trim().Trim('\uFEFF', '\u200B', '"', ' ', '\u00A0').Trim();

    /// <summary>Takes note of a column that is used.</summary>
    public void Use(string name, ParameterField? field = null)
    {
        See(name);
        if (field is not null && _used.Add(field.ParameterName))
        {
            _firstOf[field.ParameterName] = name;
        }
    }

    /// <summary>Takes note of a column whose value was not used, because something else gives the value of its field.</summary>
    public void Overlap(string name, ParameterField field)
    {
        // What was typed goes before all rows, and whoever types it knows that.
        if (
            _firstOf.TryGetValue(field.ParameterName, out string? first)
            && !string.Equals(first, name, StringComparison.OrdinalIgnoreCase)
            && _overlapping.Add(name)
        )
        {
            _overlaps.Add($"{name} and {first} both fill {field.ParameterName}, and {first} was used where it has a value.");
        }
    }

    /// <summary>Takes note of a column that is not used.</summary>
    /// <param name="name">The column.</param>
    /// <param name="reason">Why a column that the cmdlet knows is not used; null if it knows none of this name.</param>
    public void LeaveOut(string name, string? reason = null)
    {
        if (See(name))
        {
            _unused.Add(name, reason);
            _untold.Add(name);
        }
    }

    /// <summary>Counts a row that was read.</summary>
    /// <returns>What to say of the columns once enough rows show them; otherwise null.</returns>
    public string? CountRow() => ++_rows == RowsThatShowColumns ? Tell() : null;

    /// <summary>Says which columns were not used since the last time; null if there is nothing to say.</summary>
    public string? Tell()
    {
        var sentences = new List<string>();
        string[] unknown = _untold.Where(name => _unused[name] is null).Select(Suggest).ToArray();
        if (unknown.Length > 0)
        {
            sentences.Add(
                $"These columns match no parameter and were not used: {string.Join(", ", unknown)}. Rename them, or name their parameters with -Map."
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

    private string Suggest(string name) =>
        ClosestName.Find(name, _plan.Fields.Where(field => !_used.Contains(field.ParameterName)).SelectMany(static field => field.Names)) is { } close
            ? $"{name} (did you mean {_plan.FindByName(close)!.ParameterName}?)"
            : name;
}
