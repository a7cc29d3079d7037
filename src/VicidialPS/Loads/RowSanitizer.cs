using VicidialPS.Binding;

namespace VicidialPS.Loads;

/// <summary>Copies rows for output: their own columns, without those that an earlier load added, and without passwords.</summary>
internal sealed class RowSanitizer
{
    private readonly string _plainColumn;
    private readonly Func<string, bool> _isSecret;
    private readonly Action<string> _warn;
    private bool _hasWarned;

    /// <summary>Creates a sanitizer.</summary>
    /// <param name="plainColumn">The column name for a row that is a plain text or number.</param>
    /// <param name="isSecret">Whether a column contains passwords.</param>
    /// <param name="warn">Writes a warning when the first such column is left out.</param>
    public RowSanitizer(string plainColumn, Func<string, bool> isSecret, Action<string> warn)
    {
        _plainColumn = plainColumn;
        _isSecret = isSecret;
        _warn = warn;
    }

    /// <summary>Copies a row.</summary>
    public PSObject Copy(object? input)
    {
        var row = new PSObject();
        IEnumerable<(string Name, object? Value)> columns = input is null ? []
            : PSObject.AsPSObject(input) is { BaseObject: not (string or ValueType) } read ? InputRow.Read(read)
            : [(_plainColumn, input)];
        foreach ((string name, object? value) in columns)
        {
            Add(row, name, value);
        }

        return row;
    }

    private void Add(PSObject row, string name, object? value)
    {
        if (RefusedRow.IsAdded(name))
        {
            return;
        }

        // The output is written to files and shown on screens.
        if (_isSecret(name))
        {
            if (!_hasWarned)
            {
                _hasWarned = true;
                _warn($"The column {name} contains passwords, so the output omits it. Add it again before you load the output.");
            }

            return;
        }

        row.Properties.Add(new PSNoteProperty(name, value));
    }
}
