using System.Collections;
using System.Data;
using System.Management.Automation.Internal;
using System.Management.Automation.Language;
using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Binding;

/// <summary>Reads the columns of an input object: a row of a CSV, a hashtable, a row of a data table or any object with properties.</summary>
internal static class InputRow
{
    /// <summary>The columns with their values. DBNull becomes null.</summary>
    public static IEnumerable<(string Name, object? Value)> Read(PSObject input) => Read(input, input.Properties);

    /// <summary>The columns of an object whose properties were read already.</summary>
    public static IEnumerable<(string Name, object? Value)> Read(PSObject input, IEnumerable<PSPropertyInfo> properties) => input.BaseObject switch
    {
        IDictionary dictionary => Read(dictionary),
        DataRowView view => Read(view.Row),
        DataRow row => Read(row),
        IDataRecord record => Read(record),
        _ => ReadProperties(properties),
    };

    /// <summary>A value without the wrapper of PowerShell, or null for "not given": null, DBNull, NullString, and AutomationNull.</summary>
    public static object? Unwrap(object? value)
    {
        object? bare = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        return ReferenceEquals(value, AutomationNull.Value) || bare is DBNull or NullString ? null : bare;
    }

    /// <summary>Rejects a value that does not fit into a field.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The value, unwrapped.</param>
    /// <param name="takesSeveral">Whether the field takes several values.</param>
    /// <exception cref="DialerException">The value is an object, or several values.</exception>
    public static void RequireValue(string column, object value, bool takesSeveral)
    {
        switch (value)
        {
            case string or ValueType or SecureString or Uri or Version:
                return;
            case IEnumerable several and not IDictionary when takesSeveral:
                foreach (object? one in several)
                {
                    if (Unwrap(one) is { } part)
                    {
                        RequireValue(column, part, takesSeveral: false);
                    }
                }

                return;
            default:
                string what = value is IEnumerable and not IDictionary ? "several values" : "an object";
                throw new DialerException(
                    "InvalidCell",
                    DialerErrorKind.InvalidArgument,
                    $"The column {column} contains {what}. One text, number, date, or flag is expected."
                );
        }
    }

    private static IEnumerable<(string Name, object? Value)> Read(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return (entry.Key.ToString()!, entry.Value);
        }
    }

    private static IEnumerable<(string Name, object? Value)> Read(DataRow row)
    {
        foreach (DataColumn column in row.Table.Columns)
        {
            yield return (column.ColumnName, row[column]);
        }
    }

    private static IEnumerable<(string Name, object? Value)> Read(IDataRecord record)
    {
        for (int i = 0; i < record.FieldCount; i++)
        {
            yield return (record.GetName(i), record.GetValue(i));
        }
    }

    private static IEnumerable<(string Name, object? Value)> ReadProperties(IEnumerable<PSPropertyInfo> properties)
    {
        foreach (PSPropertyInfo property in properties)
        {
            if (property.IsGettable)
            {
                yield return (property.Name, property.Value);
            }
        }
    }
}
