using System.Text;
using Vicidial.Client.Responses;

namespace VicidialPS.Wallboard;

/// <summary>Measures and cuts text in terminal cells. East Asian characters and pictographs take two cells, accents none.</summary>
internal static class TerminalText
{
    // The first and last character of each block that terminals show wide.
    private static readonly int[] Wide =
    [
        0x1100,
        0x115f,
        0x2e80,
        0x303e,
        0x3041,
        0x33ff,
        0x3400,
        0x4dbf,
        0x4e00,
        0x9fff,
        0xa000,
        0xa4cf,
        0xa960,
        0xa97f,
        0xac00,
        0xd7a3,
        0xf900,
        0xfaff,
        0xfe30,
        0xfe6f,
        0xff00,
        0xff60,
        0xffe0,
        0xffe6,
        0x1f300,
        0x1f64f,
        0x1f680,
        0x1f6ff,
        0x1f900,
        0x1f9ff,
        0x1fa70,
        0x1faff,
        0x20000,
        0x3fffd,
    ];

    /// <summary>The number of cells that a text takes.</summary>
    public static int Width(string text)
    {
        if (text.All(static letter => letter is >= ' ' and <= '~'))
        {
            return text.Length;
        }

        int width = 0;
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            width += WidthOf(letters.GetTextElement());
        }

        return width;
    }

    /// <summary>The start of a text in at most the given number of cells. Characters stay whole.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length * 2 <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext() && (width -= WidthOf(letters.GetTextElement())) >= 0)
        {
            cut.Append(letters.GetTextElement());
        }

        return cut.ToString();
    }

    /// <summary>A text in exactly the given number of cells: padded with blanks, or cut with dots at the end.</summary>
    public static string Fit(string text, int width, bool toTheRight)
    {
        int own = Width(text);
        if (own > width)
        {
            text = width > 3 ? Cut(text, width - 3) + "..." : Cut(text, width);
            own = Width(text);
        }

        string blanks = new(' ', width - own);
        return toTheRight ? blanks + text : text + blanks;
    }

    /// <summary>A text of the dialer without escape sequences that could control the terminal.</summary>
    public static string Clean(string text) => ShownText.Clean(text);

    private static int WidthOf(string letter)
    {
        if (char.GetUnicodeCategory(letter, 0) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        int code = char.IsSurrogatePair(letter, 0) ? char.ConvertToUtf32(letter, 0) : letter[0];
        for (int i = 0; i < Wide.Length; i += 2)
        {
            if (code >= Wide[i] && code <= Wide[i + 1])
            {
                return 2;
            }
        }

        return 1;
    }
}
