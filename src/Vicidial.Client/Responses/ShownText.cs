using System.Text;

namespace Vicidial.Client.Responses;

/// <summary>Makes text from others safe to show in a terminal, such as names and comments of a dialer, or rows of a file.</summary>
public static class ShownText
{
    private const int Longest = 2000;

    /// <summary>
    /// Replaces characters that control a terminal or change the direction of text with spaces, and removes incomplete surrogate pairs. Joiners are
    /// kept, because some languages need them.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Clean(string text) => Clean(text, keepsLines: false);

    /// <summary>The same for a text with several lines, which keeps its line breaks.</summary>
    /// <param name="text">The text.</param>
    public static string CleanLines(string text) => Clean(text, keepsLines: true);

    /// <summary>A clean text for a message. A text that is too long for a message is cut, with a note.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The maximum number of characters.</param>
    public static string ForMessage(string text, int longest = Longest)
    {
        if (text.Length <= longest)
        {
            return Clean(text);
        }

        int cut = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Format(CultureInfo.InvariantCulture, "{0}… ({1} characters)", Clean(text.Substring(0, cut)), text.Length);
    }

    private static string Clean(string text, bool keepsLines)
    {
        int at = 0;
        while (at < text.Length && text[at] is >= ' ' and < '\u007f')
        {
            at++;
        }

        if (at == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                // Tag characters, which are invisible letters, are of this category.
                clean.Append(CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.Format ? " " : text.Substring(at, 2));
                at++;
                continue;
            }

            char c = text[at];
            clean.Append(c is '\u200c' or '\u200d' || (keepsLines && c is '\n' or '\t') ? c : CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
                UnicodeCategory.Surrogate => '\ufffd',
                _ => c,
            });
        }

        return clean.ToString();
    }
}
