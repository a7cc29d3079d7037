namespace Vicidial.Client.Functions;

/// <summary>
/// Corrects the column names of a table for functions that are known to name their columns wrongly. The function's catalog file describes the
/// correction. The first row shows whether this release needs it.
/// </summary>
public sealed class NameRepair
{
    private const string Short = "short";
    private const string Lack = "lack";
    private const string Swap = "swap";
    private const string Repeat = "repeat";
    private const string Rest = "rest";
    private readonly string _kind;
    private readonly string _first;
    private readonly string _second;

    internal NameRepair(IReadOnlyList<string> words)
    {
        _kind = words[0] is Short or Lack or Swap or Repeat or Rest
            ? words[0]
            : throw new FormatException($"The catalog has the unknown repair '{words[0]}'.");
        _first = words.Count > 1 ? words[1] : string.Empty;
        _second = words.Count > 2 ? words[2] : string.Empty;
    }

    /// <summary>Whether the names are repeated before each row.</summary>
    public bool NamesRepeat => _kind == Repeat;

    /// <summary>Whether the last column is free text that can contain delimiters.</summary>
    public bool LastTakesRest => _kind == Rest;

    /// <summary>The correct names for a row.</summary>
    /// <param name="function">The function that returned the table.</param>
    /// <param name="names">The names in the response.</param>
    /// <param name="cells">The first row.</param>
    public IReadOnlyList<string> Fit(ApiFunction function, IReadOnlyList<string> names, IReadOnlyList<string> cells) =>
        _kind switch
        {
            Short when cells.Count > names.Count => Continue(function, names, cells.Count),
            Short when cells.Count == names.Count - 1 && names[cells.Count] == _first => names.Take(cells.Count).ToArray(),
            Lack when cells.Count == names.Count + 1 && !names.Contains(_first) => names
                .TakeWhile(name => name != _second)
                .Append(_first)
                .Concat(names.SkipWhile(name => name != _second))
                .ToArray(),
            Swap => SwapNames(names, cells),
            _ => names,
        };

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", new[] { _kind, _first, _second }.Where(word => word.Length > 0));

    /// <summary>An old release names only the first columns. The catalog has the names of the others.</summary>
    private static IReadOnlyList<string> Continue(ApiFunction function, IReadOnlyList<string> names, int count)
        => function.Columns.GroupBy(column => column.Variant)
            .Select(variant => variant.Select(column => column.Name).ToArray())
            .Where(columns => columns.Length >= count && columns.Take(names.Count).SequenceEqual(names))
            .Select(columns => columns.Take(count).ToArray())
            .FirstOrDefault() ?? names;

    private IReadOnlyList<string> SwapNames(IReadOnlyList<string> names, IReadOnlyList<string> cells)
    {
        int date = names.TakeWhile(name => name != _first).Count();
        int other = names.TakeWhile(name => name != _second).Count();
        if (date >= Math.Min(names.Count, cells.Count) || other >= Math.Min(names.Count, cells.Count) || IsDate(cells[date]) || !IsDate(cells[other]))
        {
            return names;
        }

        string[] right = names.ToArray();
        (right[date], right[other]) = (right[other], right[date]);
        return right;
    }

    private static bool IsDate(string cell) => cell.Length == 19 && cell[4] == '-' && cell[7] == '-' && cell[13] == ':';
}
