namespace Vicidial.Client.Records.Binding;

/// <summary>Writes one cell into a record.</summary>
/// <returns>False if the cell cannot be read as the property's type.</returns>
internal delegate bool ColumnWriter<T>(T record, char[] buffer, int start, int length);

/// <summary>Turns rows with certain columns into records.</summary>
internal sealed class RowPlan<T>
    where T : DialerRecord, new()
{
    private readonly IReadOnlyList<string> _names;
    private readonly ColumnWriter<T>?[] _writers;
    private readonly string _connectionName;
    private readonly (BoundColumn<T> Column, string Value)[] _asked;
    private readonly bool _lastTakesRest;

    public RowPlan(
        IReadOnlyList<string> names,
        ColumnWriter<T>?[] writers,
        string connectionName,
        (BoundColumn<T> Column, string Value)[] asked,
        bool lastTakesRest
    )
    {
        _lastTakesRest = lastTakesRest;
        _asked = asked;
        _names = names;
        _writers = writers;
        _connectionName = connectionName;
    }

    /// <summary>Reads one row and returns the record, or null and the reason why the row cannot be read.</summary>
    public T? Read(char[] buffer, int start, int length, char delimiter, out string problem)
    {
        problem = string.Empty;
        T record = Begin();
        int column = 0;
        int end = start + length;
        int cell = start;
        while (true)
        {
            int stop = _lastTakesRest && column == _writers.Length - 1 ? -1 : Array.IndexOf(buffer, delimiter, cell, end - cell);
            bool last = stop < 0;
            if (last)
            {
                stop = end;
            }

            if (column == _writers.Length)
            {
                // Some functions end each row with an extra delimiter.
                if (last && stop == cell)
                {
                    return record;
                }

                problem = $"it has {CountColumns(buffer, start, length, delimiter)} columns instead of {_writers.Length}";
                return null;
            }

            if (_writers[column] is not { } write)
            {
                record.AddUnknown(_names[column], new string(buffer, cell, stop - cell));
            }
            else if (!write(record, buffer, cell, stop - cell))
            {
                // A delimiter in a value moves all following cells, so the number of columns says more than the first wrong cell.
                int columns = CountColumns(buffer, start, length, delimiter);
                problem = columns != _writers.Length
                    ? $"it has {columns} columns instead of {_writers.Length}"
                    : $"the column {_names[column]} cannot hold '{new string(buffer, cell, stop - cell)}'";
                return null;
            }

            column++;
            if (last)
            {
                if (column == _writers.Length)
                {
                    return record;
                }

                problem = $"it has {column} columns instead of {_writers.Length}";
                return null;
            }

            cell = stop + 1;
        }
    }

    /// <summary>Reads the cells of one record: the record, or null and why it cannot be read.</summary>
    public T? Read(IReadOnlyList<string> cells, out string problem)
    {
        problem = string.Empty;
        T record = Begin();
        if (cells.Count != _names.Count)
        {
            problem = $"it has {cells.Count} values instead of {_names.Count}";
            return null;
        }

        for (int i = 0; i < cells.Count; i++)
        {
            if (_writers[i] is not { } write)
            {
                record.AddUnknown(_names[i], cells[i]);
            }
            else if (!write(record, cells[i].ToCharArray(), 0, cells[i].Length))
            {
                problem = $"the column {_names[i]} cannot hold '{cells[i]}'";
                return null;
            }
        }

        return record;
    }

    private T Begin()
    {
        var record = new T { ConnectionName = _connectionName };
        foreach ((BoundColumn<T> column, string value) in _asked)
        {
            column.Write(record, value);
        }

        return record;
    }

    private static int CountColumns(char[] buffer, int start, int length, char delimiter)
    {
        int columns = 1;
        for (int i = start; i < start + length; i++)
        {
            columns += buffer[i] == delimiter ? 1 : 0;
        }

        return columns;
    }
}
