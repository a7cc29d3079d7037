namespace Vicidial.Client.Records.Binding;

/// <summary>A property of a record type, and how cells are written into it.</summary>
/// <param name="write">Writes a single cell.</param>
/// <param name="canRead">Whether a cell holds a value of the property's type.</param>
/// <param name="setText">Sets a property that is a text; null for other types.</param>
/// <param name="makeForTable">Makes a writer that remembers what it read in one table; null if there is nothing to remember.</param>
internal sealed class BoundColumn<T>(
    ColumnWriter<T> write,
    Predicate<char[]> canRead,
    Action<T, string>? setText = null,
    Func<ColumnWriter<T>>? makeForTable = null
)
{
    /// <summary>A column whose cells are read and dropped.</summary>
    public static BoundColumn<T> Ignored { get; } = new(static (_, _, _, _) => true, static _ => true);

    /// <summary>Whether a cell holds a value of the property's type.</summary>
    public bool CanRead(string cell) => setText is not null || canRead(cell.ToCharArray());

    /// <summary>Writes a single cell into a record.</summary>
    public void Write(T record, string cell)
    {
        if (setText is not null)
        {
            setText(record, cell);
        }
        else
        {
            write(record, cell.ToCharArray(), 0, cell.Length);
        }
    }

    /// <summary>A writer for the cells of one table.</summary>
    public ColumnWriter<T> ForTable() => makeForTable is null ? write : makeForTable();
}
