using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Values;

namespace VicidialPS.Loads;

/// <summary>
/// Holds back the first rows if they lack the column that names a row: a file that was read with the wrong delimiter, or whose
/// headings are other ones, is one mistake and not as many as it has rows.
/// </summary>
internal sealed class KeylessRows
{
    private const int Enough = 10;
    private readonly List<Action> _held = [];
    private bool _isOver;

    /// <summary>Whether rows are held back, with no row before them that has the column.</summary>
    public bool IsHolding => _held.Count > 0;

    /// <summary>Holds back a row.</summary>
    /// <param name="refuse">Reports the row alone.</param>
    /// <returns>False if a row with the column came before, so that the row is a mistake of its own.</returns>
    public bool TryHold(Action refuse)
    {
        if (!_isOver)
        {
            _held.Add(refuse);
        }

        return !_isOver;
    }

    /// <summary>Whether enough rows lack the column to give up.</summary>
    public bool IsHopeless => _held.Count >= Enough;

    /// <summary>Reports the rows that were held back one by one, because another row has the column.</summary>
    public void Release()
    {
        _isOver = true;
        Action[] held = [.. _held];
        _held.Clear();
        Array.ForEach(held, static refuse => refuse());
    }

    /// <summary>Says that no row has the column.</summary>
    /// <param name="parameter">The parameter that the column is for.</param>
    /// <param name="wireName">Its name on the wire.</param>
    /// <param name="columns">The columns that there are.</param>
    public DialerException Describe(string parameter, string wireName, IReadOnlyList<string> columns)
    {
        string found =
            columns.Count == 0
                ? "The rows have no columns."
                : $"The columns found are: {string.Join(", ", columns.Select(static name => $"'{ValueText.Shorten(name)}'"))}.";
        string rows = _held.Count == 1 ? "The row has" : $"The first {_held.Count} rows have";
        string delimiter =
            columns.Count == 1
                ? " Is another character between the columns? See Import-Csv -Delimiter."
                : " If the file has other headings, name the column with -Map; if another character is between its columns, see Import-Csv "
                    + "-Delimiter.";
        _held.Clear();
        return new DialerException(
            "KeyColumnMissing",
            DialerErrorKind.InvalidArgument,
            $"{rows} no column for {parameter} ({wireName}). {found}{delimiter}"
        );
    }
}
