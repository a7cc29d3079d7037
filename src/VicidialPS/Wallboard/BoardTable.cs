namespace VicidialPS.Wallboard;

/// <summary>A table on the terminal board, in as many blocks next to each other as fit into the window.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
internal sealed class BoardTable<TRow>
{
    private const int BlockGap = 3;
    private readonly IReadOnlyList<TRow> _rows;
    private readonly IReadOnlyList<BoardColumn<TRow>> _columns;
    private readonly int _blocks;
    private readonly int _blockWidth;

    private BoardTable(IReadOnlyList<TRow> rows, IReadOnlyList<BoardColumn<TRow>> columns, int blocks, int blockWidth)
    {
        _rows = rows;
        _columns = columns;
        _blocks = blocks;
        _blockWidth = blockWidth;
    }

    /// <summary>The number of lines for all rows.</summary>
    public int Lines => (_rows.Count + _blocks - 1) / _blocks;

    /// <summary>Divides rows into blocks.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="width">The width of the window in cells.</param>
    /// <param name="lines">The preferred maximum number of lines.</param>
    /// <param name="narrow">The width of a block, if more blocks are needed to show all rows.</param>
    /// <param name="comfortable">The width of a block, if all rows fit and the window is wide.</param>
    public static BoardTable<TRow> Arrange(
        IReadOnlyList<TRow> rows,
        IEnumerable<BoardColumn<TRow>> columns,
        int width,
        int lines,
        int narrow,
        int comfortable
    )
    {
        const int FewestRows = 4;
        int needed = (rows.Count + Math.Max(1, lines) - 1) / Math.Max(1, lines);
        int blocks = Math.Max(Math.Min(needed, Blocks(width, narrow)), Math.Min(Blocks(width, comfortable), rows.Count / FewestRows));
        blocks = Math.Max(1, blocks);
        int blockWidth = (width - (BlockGap * (blocks - 1))) / blocks;
        return new BoardTable<TRow>(rows, BoardColumn<TRow>.Arrange(columns, rows, blockWidth), blocks, blockWidth);
    }

    /// <summary>The headings, above each block that has rows.</summary>
    public string Headings()
    {
        string one = BoardColumn<TRow>.HeadingsOf(_columns);
        return string.Join(new string(' ', BlockGap), Enumerable.Repeat(one + Padding(), Math.Max(1, Math.Min(_blocks, _rows.Count)))).TrimEnd();
    }

    /// <summary>The first rows, block by block from top to bottom.</summary>
    /// <param name="lines">The number of lines to write.</param>
    /// <param name="hasColor">Whether to color cells.</param>
    /// <param name="shown">The number of rows in these lines.</param>
    public IEnumerable<string> Write(int lines, bool hasColor, out int shown)
    {
        int count = Math.Min(_rows.Count, lines * _blocks);
        shown = count;
        int perBlock = Math.Max(1, (count + _blocks - 1) / _blocks);
        return Enumerable.Range(0, count == 0 ? 0 : perBlock).Select(line =>
            string.Join(new string(' ', BlockGap), Enumerable.Range(0, _blocks).Select(block => (block * perBlock) + line).Where(row => row < count)
                .Select(row => BoardColumn<TRow>.LineOf(_columns, _rows[row], hasColor) + Padding())));
    }

    /// <summary>The rows after the shown ones.</summary>
    public IEnumerable<TRow> After(int shown) => _rows.Skip(shown);

    private static int Blocks(int width, int block) => (width + BlockGap) / (block + BlockGap);

    private string Padding() => new(' ', Math.Max(0, _blockWidth - BoardColumn<TRow>.WidthOf(_columns)));
}
