namespace Vicidial.Client.Values;

/// <summary>Shows values in messages, and reduces them to what all releases of the dialer store.</summary>
public static class ValueText
{
    private const int Longest = 60;

    /// <summary>A value in one line of a message: cut if it is long, with its invisible characters named.</summary>
    public static string Shorten(string value)
    {
        var shown = new System.Text.StringBuilder();
        for (int at = 0; at < value.Length; at++)
        {
            if (shown.Length >= Longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsVisible(value, at) ? value[at].ToString() : $"<{NameCodePoint(value, at)}>");
        }

        return shown.ToString();
    }

    /// <summary>A character as people can read it: itself, and its code point if it is not ASCII or is invisible.</summary>
    public static string NameCharacter(string value, int at)
    {
        int length = char.IsHighSurrogate(value[at]) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]) ? 2 : 1;
        return !IsVisible(value, at) ? NameCodePoint(value, at)
            : value[at] < '\u007F' ? $"'{value[at]}'"
            : $"'{value.Substring(at, length)}' ({NameCodePoint(value, at)})";
    }

    /// <summary>Whether a text has no visible characters: only spaces and characters without a width.</summary>
    public static bool IsBlank(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The letters and digits of a text: every release of the dialer stores these, and drops different other characters.</summary>
    public static string LettersAndDigits(string value) => new(value.Where(char.IsLetterOrDigit).ToArray());

    private static string NameCodePoint(string value, int at)
        => string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", char.IsSurrogatePair(value, at) ? char.ConvertToUtf32(value, at) : value[at]);

    private static bool IsVisible(string value, int at) =>
        value[at] == ' '
        || char.IsSurrogatePair(value, at)
        || (at > 0 && char.IsSurrogatePair(value, at - 1))
        || CharUnicodeInfo.GetUnicodeCategory(value[at])
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned
            );
}
