namespace Vicidial.Client.Wire;

/// <summary>Writes form fields: UTF-8, with every character percent-encoded except letters, digits, and <c>- _ . ~</c>.</summary>
internal static class FormEncoding
{
    private const string Hex = "0123456789ABCDEF";

    // Looked up for each character of each request.
    private static readonly bool[] Plain = FindPlain();

    /// <summary>Encodes fields into a new array.</summary>
    public static byte[] Encode(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var buffer = new FormBuffer();
        foreach (KeyValuePair<string, string> field in fields)
        {
            buffer.Add(field.Key, field.Value);
        }

        return buffer.ToArray();
    }

    /// <summary>The number of bytes for a character of a password. Passwords are always ASCII.</summary>
    public static int EncodedLength(char character) => IsPlain(character) ? 1 : 3;

    /// <summary>Encodes one ASCII character, or one byte of another one.</summary>
    public static int Encode(char character, byte[] buffer, int at)
    {
        if (IsPlain(character))
        {
            buffer[at] = (byte)character;
            return 1;
        }

        buffer[at] = (byte)'%';
        buffer[at + 1] = (byte)Hex[(character >> 4) & 15];
        buffer[at + 2] = (byte)Hex[character & 15];
        return 3;
    }

    private static bool IsPlain(char c) => c < Plain.Length && Plain[c];

    private static bool[] FindPlain()
    {
        var plain = new bool[128];
        for (char c = '\0'; c < plain.Length; c++)
        {
            plain[c] = char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~';
        }

        return plain;
    }
}
