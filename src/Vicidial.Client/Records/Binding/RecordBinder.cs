using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Records.Binding;

/// <summary>
/// Knows which column fills which property of a record type. Attributes are read once a type; what runs for each row are
/// delegates bound to the setters.
/// </summary>
internal static class RecordBinder<T>
    where T : DialerRecord, new()
{
    private static readonly PropertyInfo[] Properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static readonly Dictionary<string, Func<ColumnWriter<T>>> Columns = Properties
        .Select(property => (Property: property, Column: property.GetCustomAttribute<ColumnAttribute>()))
        .Where(pair => pair.Column is not null)
        .Select(pair => (pair.Column!.Name, Writer: MakeWriter(pair.Property, pair.Column.Separator)))
        .Concat(
            Properties
                .SelectMany(property => property.GetCustomAttributes<RecomputedAttribute>())
                .Select(column => (column.Name, Writer: new Func<ColumnWriter<T>>(static () => Ignore)))
        )
        .ToDictionary(pair => pair.Name, pair => pair.Writer, StringComparer.Ordinal);

    private static readonly (IReadOnlyList<string> Fields, Func<ColumnWriter<T>> Writer)[] Asked = Properties
        .Select(property => (Property: property, Field: property.GetCustomAttribute<RequestFieldAttribute>()))
        .Where(pair => pair.Field is not null)
        .Select(pair => (pair.Field!.Names, MakeWriter(pair.Property, '\0')))
        .ToArray();

    /// <summary>Whether the record has a property for this column.</summary>
    public static bool Knows(string column) => Columns.ContainsKey(column);

    /// <summary>Makes a plan for rows with these columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="connectionName">The connection that the records come from.</param>
    /// <param name="request">What was asked, for what the rows do not repeat of it; or null.</param>
    public static RowPlan<T> Plan(IReadOnlyList<string> columns, string connectionName, ApiRequest? request = null) =>
        new(
            columns,
            columns.Select(name => Columns.TryGetValue(name, out Func<ColumnWriter<T>>? make) ? make() : null).ToArray(),
            connectionName,
            FindAsked(request, columns),
            request?.Function.Names?.LastTakesRest ?? false
        );

    private static RequestValue<T>[] FindAsked(ApiRequest? request, IReadOnlyList<string> columns) =>
        Asked
            .Where(pair => request?.Find(pair.Fields[0]) is not null && !columns.Contains(pair.Fields[0], StringComparer.Ordinal))
            .Select(pair => new RequestValue<T>(
                pair.Writer(),
                string.Join(
                        " ",
                        pair.Fields.Select(name => request!.Find(name) is { } value ? request.FindStored(name, value) : null)
                            .Where(static value => value is not null)
                    )
                    .ToCharArray()
            ))
            .ToArray();

    private static bool Ignore(T record, char[] buffer, int start, int length) => true;

    private static Func<ColumnWriter<T>> MakeWriter(PropertyInfo property, char separator)
    {
        MethodInfo make = typeof(RecordBinder<T>)
            .GetMethod(nameof(MakeTypedWriter), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.PropertyType);
        return (Func<ColumnWriter<T>>)make.Invoke(null, [property, separator])!;
    }

    // Found once a property: a load makes a plan for each response.
    private static Func<ColumnWriter<T>> MakeTypedWriter<TValue>(PropertyInfo property, char separator)
    {
        var set = (Action<T, TValue>)property.GetSetMethod(nonPublic: true)!.CreateDelegate(typeof(Action<T, TValue>));
        return () =>
        {
            CellReader<TValue> read = CellReaders.For<TValue>(separator);
            return (record, buffer, start, length) =>
            {
                if (!read(buffer, start, length, out TValue value))
                {
                    return false;
                }

                set(record, value);
                return true;
            };
        };
    }
}
