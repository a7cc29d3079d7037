using System.Reflection;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Records.Binding;

/// <summary>
/// Finds which column sets which property of a record type. Attributes are read once for each type. For each row, only delegates bound to the setters
/// run.
/// </summary>
internal static class RecordBinder<T>
    where T : DialerRecord, new()
{
    private static readonly PropertyInfo[] Properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static readonly Dictionary<string, BoundColumn<T>> Columns = Properties
        .Select(property => (Property: property, Column: property.GetCustomAttribute<ColumnAttribute>()))
        .Where(pair => pair.Column is not null)
        .Select(pair => (pair.Column!.Name, Column: Bind(pair.Property, pair.Column.Separator)))
        .Concat(
            Properties
                .SelectMany(property => property.GetCustomAttributes<RecomputedAttribute>())
                .Select(column => (column.Name, Column: BoundColumn<T>.Ignored))
        )
        .ToDictionary(pair => pair.Name, pair => pair.Column, StringComparer.Ordinal);

    private static readonly (IReadOnlyList<string> Fields, BoundColumn<T> Column)[] Asked = Properties
        .Select(property => (Property: property, Field: property.GetCustomAttribute<RequestFieldAttribute>()))
        .Where(pair => pair.Field is not null)
        .Select(pair => (pair.Field!.Names, Bind(pair.Property, '\0')))
        .ToArray();

    /// <summary>Whether the record has a property for this column.</summary>
    public static bool Knows(string column) => Columns.ContainsKey(column);

    /// <summary>Whether the record has a property for this column that can hold this cell.</summary>
    public static bool CanRead(string column, string cell) => Columns.TryGetValue(column, out BoundColumn<T>? bound) && bound.CanRead(cell);

    /// <summary>Makes a plan for rows with these columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="connectionName">The connection that the records come from.</param>
    /// <param name="request">The request, for values that the rows do not repeat; or null.</param>
    public static RowPlan<T> Plan(IReadOnlyList<string> columns, string connectionName, ApiRequest? request = null) =>
        new(
            columns,
            columns.Select(name => Columns.TryGetValue(name, out BoundColumn<T>? bound) ? bound.ForTable() : null).ToArray(),
            connectionName,
            request is null ? [] : FindAsked(request, columns).ToArray(),
            request?.Function.Names?.LastTakesRest ?? false
        );

    /// <summary>Makes a single record, without the cost of a plan.</summary>
    /// <param name="cells">The cells by column; each can be read.</param>
    /// <param name="connectionName">The connection that the record comes from.</param>
    /// <param name="request">The request, for values that the cells do not repeat.</param>
    public static T Read(List<(string Column, string Cell)> cells, string connectionName, ApiRequest request)
    {
        var record = new T { ConnectionName = connectionName };
        foreach ((IReadOnlyList<string> fields, BoundColumn<T> column) in Asked)
        {
            if (!Has(cells, fields[0]) && FindAskedValue(request, fields) is { } value)
            {
                column.Write(record, value);
            }
        }

        foreach ((string column, string cell) in cells)
        {
            Columns[column].Write(record, cell);
        }

        return record;
    }

    /// <summary>Whether there is a cell of a column.</summary>
    public static bool Has(List<(string Column, string Cell)> cells, string column)
    {
        foreach ((string Column, string Cell) cell in cells)
        {
            if (cell.Column == column)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The values of a request that a table with these columns does not repeat.</summary>
    private static IEnumerable<(BoundColumn<T> Column, string Value)> FindAsked(ApiRequest request, IReadOnlyList<string> columns)
    {
        foreach ((IReadOnlyList<string> fields, BoundColumn<T> column) in Asked)
        {
            if (!columns.Contains(fields[0], StringComparer.Ordinal) && FindAskedValue(request, fields) is { } value)
            {
                yield return (column, value);
            }
        }
    }

    /// <summary>The values of fields of a request as one text; null if the request does not have the first field.</summary>
    private static string? FindAskedValue(ApiRequest request, IReadOnlyList<string> fields)
    {
        if (request.Find(fields[0]) is not { } first)
        {
            return null;
        }

        string value = request.FindStored(fields[0], first);
        for (int i = 1; i < fields.Count; i++)
        {
            value += request.Find(fields[i]) is { } next ? " " + request.FindStored(fields[i], next) : string.Empty;
        }

        return value;
    }

    private static BoundColumn<T> Bind(PropertyInfo property, char separator)
    {
        MethodInfo make = typeof(RecordBinder<T>)
            .GetMethod(nameof(BindTyped), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.PropertyType);
        return (BoundColumn<T>)make.Invoke(null, [property, separator])!;
    }

    private static BoundColumn<T> BindTyped<TValue>(PropertyInfo property, char separator)
    {
        var set = (Action<T, TValue>)property.GetSetMethod(nonPublic: true)!.CreateDelegate(typeof(Action<T, TValue>));
        CellReader<TValue> read = CellReaders.For<TValue>(separator);
        return new BoundColumn<T>(
            MakeWriter(set, read),
            cell => read(cell, 0, cell.Length, out _),
            set as Action<T, string>,
            typeof(TValue) == typeof(string) ? () => MakeWriter(set, (CellReader<TValue>)(Delegate)CellReaders.ForTextColumn()) : null
        );
    }

    private static ColumnWriter<T> MakeWriter<TValue>(Action<T, TValue> set, CellReader<TValue> read)
        => (record, buffer, start, length) =>
        {
            if (!read(buffer, start, length, out TValue value))
            {
                return false;
            }

            set(record, value);
            return true;
        };
}
