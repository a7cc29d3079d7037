using System;
using System.Collections.Generic;
using System.Linq;

namespace VicidialPS.Wallboard;

/// <summary>One column of a table of the board.</summary>
/// <typeparam name="TRow">What a line of the table is about.</typeparam>
internal sealed class BoardColumn<TRow>
{
    private const int Gap = 2;
    private readonly Func<TRow, string> _text;
    private int _width;

    public BoardColumn(string heading, Func<TRow, string> text)
    {
        Heading = heading;
        _text = text;
    }

    public string Heading { get; }

    /// <summary>Its usual width. Less would make the table jump as the floor changes.</summary>
    public int Least { get; set; }

    /// <summary>The most that long texts make it.</summary>
    public int Most { get; set; } = 24;

    /// <summary>What it may be squeezed to where the window is narrow; 0 where it may not.</summary>
    public int Squeezed { get; set; }

    public bool IsNumber { get; set; }

    /// <summary>In which order columns are left out where the window is narrow, from 1; 0 for those that stay.</summary>
    public int LeftOut { get; set; }

    /// <summary>Which columns a window has room for.</summary>
    public static IReadOnlyList<BoardColumn<TRow>> Arrange(IEnumerable<BoardColumn<TRow>> columns, IReadOnlyCollection<TRow> rows, int width)
    {
        List<BoardColumn<TRow>> kept = columns.ToList();
        foreach (BoardColumn<TRow> column in kept)
        {
            column._width = Math.Min(column.Most, Math.Max(Math.Max(column.Least, column.Heading.Length), rows.Select(row => TerminalText.Width(column._text(row))).DefaultIfEmpty().Max()));
        }

        while (true)
        {
            int tooMuch = kept.Sum(static column => column._width + Gap) - Gap - width;
            int slack = kept.Where(static column => column.Squeezed > 0).Sum(static column => Math.Max(0, column._width - column.Squeezed));
            if (tooMuch > slack && kept.Where(static column => column.LeftOut > 0).OrderBy(static column => column.LeftOut).FirstOrDefault() is { } first)
            {
                kept.Remove(first);
                continue;
            }

            // From the right, for what comes first matters most.
            foreach (BoardColumn<TRow> column in Enumerable.Reverse(kept).Where(static column => column.Squeezed > 0))
            {
                int less = Math.Max(0, Math.Min(tooMuch, column._width - column.Squeezed));
                column._width -= less;
                tooMuch -= less;
            }

            return kept;
        }
    }

    public static string HeadingsOf(IReadOnlyList<BoardColumn<TRow>> columns) => Join(columns, static column => column.Heading);

    public static string LineOf(IReadOnlyList<BoardColumn<TRow>> columns, TRow row) => Join(columns, column => column._text(row));

    private static string Join(IReadOnlyList<BoardColumn<TRow>> columns, Func<BoardColumn<TRow>, string> text)
        => string.Join(new string(' ', Gap), columns.Select(column => TerminalText.Fit(text(column), column._width, column.IsNumber)));
}
