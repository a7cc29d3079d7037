using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Values;

/// <summary>
/// Recognizes text that was read in the wrong encoding: replacement characters, UTF-8 that was read as Windows-1252, and UTF-16 that was read as
/// UTF-8, where each ASCII letter has a NUL beside it.
/// </summary>
public static class EncodingDamage
{
    private const char Replacement = '\uFFFD';

    // The characters that Windows-1252 has for the bytes 80 to 9F. An unassigned byte is read as a control character.
    private const string UpperHalf =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D"
        + "\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The error for a damaged text; null if it is not damaged.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the text is.</param>
    public static DialerException? Reject(string text, string place) =>
        Find(text) is { } damage
            ? new DialerException(
                "WrongEncoding",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' in {place} was probably read with the wrong encoding: {damage}."
            )
            : null;

    /// <summary>Describes how a text is damaged; null if it is not.</summary>
    public static string? Find(string text)
    {
        int nul = text.IndexOf('\0');
        if (nul >= 0)
        {
            return $"it has NUL characters, as UTF-16 has in another encoding (U+0000 at position {nul + 1})";
        }

        if (IsAscii(text))
        {
            return null;
        }

        int lost = text.IndexOf(Replacement);
        if (lost >= 0)
        {
            return $"a character was lost during reading (U+FFFD at position {lost + 1})";
        }

        return TryRepair(text) is { } meant ? $"it was probably meant to be '{ValueText.Shorten(meant)}'" : null;
    }

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '\u007F')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The intended text, if this one is UTF-8 that was read as Windows-1252; otherwise null.</summary>
    private static string? TryRepair(string text)
    {
        var meant = new StringBuilder();
        bool isWhole = true;
        bool isTypical = false;
        int found = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] <= '\u007F')
            {
                meant.Append(text[at]);
            }
            else if (ReadSequence(text, at) is { } sequence)
            {
                // These two come before the letters of Western European languages, and hardly ever before a symbol in real text.
                isTypical |= text[at] is '\u00C2' or '\u00C3';
                found++;
                at += sequence.Length - 1;
                meant.Append(sequence.Character);
            }
            else
            {
                isWhole = false;
                meant.Append(text[at]);
            }
        }

        return found > 0 && (isWhole || isTypical) ? meant.ToString() : null;
    }

    private static (string Character, int Length)? ReadSequence(string text, int at)
    {
        int length = ToByte(text[at]) switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > text.Length)
        {
            return null;
        }

        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            int value = ToByte(text[at + i]);
            if (value < 0 || (i > 0 && value is < 0x80 or > 0xBF))
            {
                return null;
            }

            bytes[i] = (byte)value;
        }

        try
        {
            return (Strict.GetString(bytes), length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int ToByte(char c)
    {
        int upper = c > '\u007F' ? UpperHalf.IndexOf(c) : -1;
        return upper >= 0 ? 0x80 + upper : c <= '\u00FF' ? c : -1;
    }
}
