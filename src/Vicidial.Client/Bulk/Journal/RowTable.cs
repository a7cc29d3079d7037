namespace Vicidial.Client.Bulk.Journal;

/// <summary>A value for each row of a load by the number of the row, from 1. Memory is allocated in chunks as rows arrive.</summary>
/// <typeparam name="T">The type of the values; its default value means that a row has none.</typeparam>
internal sealed class RowTable<T>
    where T : struct
{
    private const int ChunkBits = 14;
    private const int InChunk = (1 << ChunkBits) - 1;
    private readonly List<T[]?> _chunks = [];

    /// <summary>The value of a row.</summary>
    public T this[long row]
    {
        get
        {
            long chunk = (row - 1) >> ChunkBits;
            return chunk >= 0 && chunk < _chunks.Count && _chunks[(int)chunk] is { } cells ? cells[(row - 1) & InChunk] : default;
        }

        set
        {
            int chunk = (int)((row - 1) >> ChunkBits);
            while (_chunks.Count <= chunk)
            {
                _chunks.Add(null);
            }

            (_chunks[chunk] ??= new T[1 << ChunkBits])[(row - 1) & InChunk] = value;
        }
    }
}
