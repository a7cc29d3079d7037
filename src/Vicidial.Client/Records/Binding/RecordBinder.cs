using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Vicidial.Client.Records.Binding;

/// <summary>
/// Knows which column fills which property of a record type. Attributes are read once a type; what runs for each row are
/// delegates bound to the setters.
/// </summary>
internal static class RecordBinder<T>
    where T : DialerRecord, new()
{
    private static readonly Dictionary<string, Func<ColumnWriter<T>>> Columns = typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (Property: property, Column: property.GetCustomAttribute<ColumnAttribute>()))
        .Where(pair => pair.Column is not null)
        .ToDictionary(pair => pair.Column!.Name, pair => MakeWriter(pair.Property), StringComparer.Ordinal);

    /// <summary>Whether the record has a property for this column.</summary>
    public static bool Knows(string column) => Columns.ContainsKey(column);

    /// <summary>Makes a plan for rows with these columns.</summary>
    public static RowPlan<T> Plan(IReadOnlyList<string> columns, string connectionName)
        => new(columns, columns.Select(name => Columns.TryGetValue(name, out Func<ColumnWriter<T>>? make) ? make() : null).ToArray(), connectionName);

    private static Func<ColumnWriter<T>> MakeWriter(PropertyInfo property)
    {
        MethodInfo make = typeof(RecordBinder<T>).GetMethod(nameof(MakeTypedWriter), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(property.PropertyType);
        return () => (ColumnWriter<T>)make.Invoke(null, [property])!;
    }

    private static ColumnWriter<T> MakeTypedWriter<TValue>(PropertyInfo property)
    {
        CellReader<TValue> read = CellReaders.For<TValue>();
        var set = (Action<T, TValue>)property.GetSetMethod(nonPublic: true)!.CreateDelegate(typeof(Action<T, TValue>));
        return (record, buffer, start, length) =>
        {
            if (!read(buffer, start, length, out TValue value))
            {
                return false;
            }

            set(record, value);
            return true;
        };
    }
}
