namespace VicidialPS.Wallboard;

/// <summary>A column of a table on the terminal board.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
internal sealed class BoardColumn<TRow>
{
    public const int Gap = 2;
    private readonly Func<TRow, string> _text;
    private int _width;

    public BoardColumn(string heading, Func<TRow, string> text)
    {
        Heading = heading;
        _text = text;
    }

    public string Heading { get; }

    /// <summary>The minimum width. With less, the table would jump as texts change.</summary>
    public int Least { get; init; }

    /// <summary>The maximum width for long texts.</summary>
    public int Most { get; init; } = 24;

    /// <summary>The width that it can shrink to in a narrow window; 0 if it cannot shrink.</summary>
    public int Squeezed { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>The order in which columns are left out of a narrow window, from 1; 0 for those that stay.</summary>
    public int LeftOut { get; init; }

    /// <summary>The color of a cell as an escape sequence; empty for none.</summary>
    public Func<TRow, string> Color { get; init; } = static _ => string.Empty;

    /// <summary>Selects the columns that fit into a window, and sets their widths.</summary>
    public static IReadOnlyList<BoardColumn<TRow>> Arrange(IEnumerable<BoardColumn<TRow>> columns, IReadOnlyCollection<TRow> rows, int width)
    {
        List<BoardColumn<TRow>> kept = columns.ToList();
        foreach (BoardColumn<TRow> column in kept)
        {
            column._width = Math.Min(
                column.Most,
                Math.Max(
                    Math.Max(column.Least, column.Heading.Length),
                    rows.Select(row => TerminalText.Width(column._text(row))).DefaultIfEmpty().Max()
                )
            );
        }

        while (true)
        {
            int tooMuch = kept.Sum(static column => column._width + Gap) - Gap - width;
            int slack = kept.Where(static column => column.Squeezed > 0).Sum(static column => Math.Max(0, column._width - column.Squeezed));
            if (
                tooMuch > slack
                && kept.Where(static column => column.LeftOut > 0).OrderBy(static column => column.LeftOut).FirstOrDefault() is { } first
            )
            {
                kept.Remove(first);
                continue;
            }

            // From the right, because the first columns matter most.
            foreach (BoardColumn<TRow> column in Enumerable.Reverse(kept).Where(static column => column.Squeezed > 0))
            {
                int less = Math.Max(0, Math.Min(tooMuch, column._width - column.Squeezed));
                column._width -= less;
                tooMuch -= less;
            }

            return kept;
        }
    }

    /// <summary>The width of a row.</summary>
    public static int WidthOf(IReadOnlyCollection<BoardColumn<TRow>> columns) => columns.Sum(static column => column._width + Gap) - Gap;

    public static string HeadingsOf(IReadOnlyList<BoardColumn<TRow>> columns) => Join(columns, static column => column.Fit(column.Heading));

    public static string LineOf(IReadOnlyList<BoardColumn<TRow>> columns, TRow row, bool hasColor) =>
        Join(columns, column => column.Cell(row, hasColor));

    private static string Join(IEnumerable<BoardColumn<TRow>> columns, Func<BoardColumn<TRow>, string> text) =>
        string.Join(new string(' ', Gap), columns.Select(text));

    private string Cell(TRow row, bool hasColor)
    {
        string text = Fit(_text(row));
        string color = hasColor ? Color(row) : string.Empty;
        return color.Length == 0 ? text : color + text + BoardText.Reset;
    }

    private string Fit(string text) => TerminalText.Fit(text, _width, IsNumber);
}
