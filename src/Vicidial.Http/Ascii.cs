using System.Text;

namespace Vicidial.Http;

/// <summary>Compares header names in bytes.</summary>
internal static class Ascii
{
    /// <summary>One byte for each character, the encoding of headers.</summary>
    public static Encoding Latin1 { get; } = Encoding.GetEncoding(28591);

    /// <summary>Whether bytes are a text, ignoring case.</summary>
    public static bool EqualsIgnoreCase(byte[] buffer, int offset, int end, string text)
    {
        if (end - offset != text.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            int one = buffer[offset + i];
            int other = text[i];
            if (one != other && Lower(one) != Lower(other))
            {
                return false;
            }
        }

        return true;
    }

    private static int Lower(int character) => character is >= 'A' and <= 'Z' ? character + 32 : character;
}
