using System;
using System.Collections;
using System.Management.Automation;
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
        switch (input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input)
        {
            case null:
                break;
            case IDictionary table:
                foreach (DictionaryEntry entry in table)
                {
                    Add(row, entry.Key.ToString()!, entry.Value);
                }

                break;
            case string or ValueType:
                Add(row, _plainColumn, input);
                break;
            default:
                foreach (PSPropertyInfo property in PSObject.AsPSObject(input).Properties)
                {
                    if (property.IsGettable)
                    {
                        Add(row, property.Name, property.Value);
                    }
                }

                break;
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
