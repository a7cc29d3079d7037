using System.Collections;

namespace Vicidial.Simulator.Scenarios;

/// <summary>Reads one table of a scenario. A key that no code reads is an error. Reading a key makes it known.</summary>
internal sealed class SectionReader
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [];
    private readonly string _path;

    public SectionReader(IDictionary data, string path)
    {
        _path = path;
        foreach (DictionaryEntry entry in data)
        {
            _values[entry.Key as string ?? throw new ScenarioException($"{Place(path)} has a key that is not a string: {entry.Key}.")] = entry.Value;
        }
    }

    /// <summary>Whether the table has a value for the key.</summary>
    public bool Has(string key) => TryGet(key, out _);

    public string Text(string key, string usual) => TryGet(key, out object? value) ? AsText(value, Path(key)) : usual;

    public string RequiredText(string key) => TryGet(key, out object? value)
        ? AsText(value, Path(key))
        : throw new ScenarioException($"{Path(key)} is missing.");

    public bool Flag(string key, bool usual) => !TryGet(key, out object? value)
        ? usual
        : value is bool flag ? flag : throw Wrong(Path(key), "$true or $false", value);

    public int Integer(string key, int usual, int min, int max)
    {
        long number = Long(key, usual);
        return number >= min && number <= max
            ? (int)number
            : throw new ScenarioException($"{Path(key)} must be from {min} to {max}, not {number}.");
    }

    public long Long(string key, long usual) => TryGet(key, out object? value) ? AsLong(value, Path(key)) : usual;

    public long RequiredLong(string key) => TryGet(key, out object? value)
        ? AsLong(value, Path(key))
        : throw new ScenarioException($"{Path(key)} is missing.");

    public double Number(string key, double usual) => !TryGet(key, out object? value)
        ? usual
        : value is double or float or decimal or int or long or short or byte
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : throw Wrong(Path(key), "a number", value);

    public DateTime? Time(string key)
    {
        if (!TryGet(key, out object? value))
        {
            return null;
        }

        if (value is DateTime time)
        {
            return time;
        }

        return DateTime.TryParse(AsText(value, Path(key)), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime parsed)
            ? parsed
            : throw Wrong(Path(key), "a time such as '2026-11-20 09:00:00'", value);
    }

    /// <summary>The texts in an array. A single text is also accepted.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (!TryGet(key, out object? value))
        {
            return null;
        }

        if (value is not IEnumerable items || value is string or IDictionary)
        {
            return [AsText(value, Path(key))];
        }

        var texts = new List<string>();
        foreach (object? item in items)
        {
            texts.Add(AsText(item, $"{Path(key)}[{texts.Count}]"));
        }

        return texts;
    }

    public SectionReader? Table(string key) => !TryGet(key, out object? value)
        ? null
        : value is IDictionary table ? new SectionReader(table, Path(key)) : throw Wrong(Path(key), "a table @{ }", value);

    /// <summary>The tables in an array. A single table is also accepted.</summary>
    public IReadOnlyList<SectionReader>? Tables(string key)
    {
        if (!TryGet(key, out object? value))
        {
            return null;
        }

        if (value is IDictionary only)
        {
            return [new SectionReader(only, Path(key) + "[0]")];
        }

        if (value is not IEnumerable items || value is string)
        {
            throw Wrong(Path(key), "an array of tables @( @{ } )", value);
        }

        var tables = new List<SectionReader>();
        foreach (object? item in items)
        {
            string place = $"{Path(key)}[{tables.Count}]";
            tables.Add(item is IDictionary table ? new SectionReader(table, place) : throw Wrong(place, "a table @{ }", item));
        }

        return tables;
    }

    /// <summary>What is wrong with the value of a key.</summary>
    public ScenarioException Error(string key, string problem) => new($"{Path(key)} {problem}.");

    /// <summary>Call this after all keys were read.</summary>
    public void Finish()
    {
        string? unknown = _values.Keys.FirstOrDefault(key => !_known.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new ScenarioException($"{Path(unknown)} is unknown. Use one of {string.Join(", ", _known)}.");
        }
    }

    private static string Place(string path) => path.Length == 0 ? "The scenario" : path;

    private static string AsText(object? value, string path) => value switch
    {
        string text => text,
        int or long or short or byte => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw Wrong(path, "text", value),
    };

    private static long AsLong(object? value, string path) => value is int or long or short or byte
        ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
        : throw Wrong(path, "a whole number", value);

    private static ScenarioException Wrong(string path, string wanted, object? value) =>
        new($"{path} must be {wanted}, not {(value is null ? "nothing" : $"{value} ({value.GetType().Name})")}.");

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private bool TryGet(string key, out object? value)
    {
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        return _values.TryGetValue(key, out value);
    }
}
