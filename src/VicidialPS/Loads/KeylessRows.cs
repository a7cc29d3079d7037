using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Values;
using VicidialPS.Binding;

namespace VicidialPS.Loads;

/// <summary>
/// Holds back the first rows if they lack the key column: a file that was read with the wrong delimiter, or has different headings, is one
/// error and not one for each row.
/// </summary>
internal sealed class KeylessRows
{
    private const string MissingId = "Vicidial.RequiredFieldMissing";
    private const int Enough = 10;
    private readonly string _key;
    private readonly Func<RequestBuilder> _builder;
    private readonly Action<DialerException> _giveUp;
    private readonly List<Action> _held = [];
    private bool _isOver;

    /// <summary>Starts a run.</summary>
    /// <param name="key">The parameter that identifies a row.</param>
    /// <param name="builder">Reads the columns of the rows.</param>
    /// <param name="giveUp">Ends the run.</param>
    public KeylessRows(string key, Func<RequestBuilder> builder, Action<DialerException> giveUp)
    {
        _key = key;
        _builder = builder;
        _giveUp = giveUp;
    }

    /// <summary>Holds back a row that cannot be sent if it lacks the key column. Ends the run if enough rows do.</summary>
    /// <param name="failure">Why the row cannot be sent.</param>
    /// <param name="input">The row.</param>
    /// <param name="refuse">Reports the error of the row.</param>
    /// <returns>False if the error concerns only this row.</returns>
    public bool TryHold(DialerException failure, object? input, Action refuse)
    {
        if (_isOver || failure.ErrorId != MissingId || input is not PSObject row || RequestBuilder.IsPlain(row) || _builder().HasColumn(row, _key))
        {
            if (_held.Count > 0)
            {
                Release();
            }

            return false;
        }

        _held.Add(refuse);
        if (_held.Count >= Enough)
        {
            Complete();
        }

        return true;
    }

    /// <summary>Reports the rows that were held back one by one, because another row has the key column.</summary>
    public void Release()
    {
        _isOver = true;
        Action[] held = [.. _held];
        _held.Clear();
        Array.ForEach(held, static refuse => refuse());
    }

    /// <summary>Ends the run if no row so far has the key column.</summary>
    public void Complete()
    {
        if (_held.Count > 0)
        {
            DialerException failure = Describe(_builder());
            _held.Clear();
            _giveUp(failure);
        }
    }

    private DialerException Describe(RequestBuilder builder)
    {
        IReadOnlyList<string> columns = builder.Columns.Found;
        DialerException? damage = columns.Select(static name => EncodingDamage.Reject(name, "a heading"))
            .FirstOrDefault(static one => one is not null);
        if (damage is not null)
        {
            return damage;
        }

        string found =
            columns.Count == 0
                ? "The rows have no columns."
                : $"The columns found are: {string.Join(", ", columns.Select(static name => $"'{ValueText.Shorten(name)}'"))}.";
        string rows = _held.Count == 1 ? "The row has" : $"The first {_held.Count} rows have";
        string delimiter =
            columns.Count == 1
                ? " Is the delimiter of the file another character? See Import-Csv -Delimiter."
                : " If the file has other headings, map the column with -Map. If its delimiter is another character, see Import-Csv "
                    + "-Delimiter.";
        return new DialerException(
            "KeyColumnMissing",
            DialerErrorKind.InvalidArgument,
            $"{rows} no column for {_key} ({builder.WireNameOf(_key)}). {found}{delimiter}"
        );
    }
}
