using System;
using System.Collections.Generic;
using System.Text;

namespace Vicidial.Client.Wire;

/// <summary>Writes form fields: UTF-8, every character percent-encoded but letters, digits and <c>- _ . ~</c>.</summary>
internal static class FormEncoding
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Encodes fields into a new array.</summary>
    public static byte[] Encode(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var buffer = new byte[512];
        int length = 0;
        foreach (KeyValuePair<string, string> field in fields)
        {
            if (length > 0)
            {
                Append(ref buffer, ref length, (byte)'&');
            }

            Append(ref buffer, ref length, field.Key);
            Append(ref buffer, ref length, (byte)'=');
            Append(ref buffer, ref length, field.Value);
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }

    /// <summary>The number of bytes that a character of a password takes; passwords are ASCII by rule.</summary>
    public static int EncodedLength(char character) => IsPlain(character) ? 1 : 3;

    /// <summary>Encodes one ASCII character.</summary>
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

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~';

    private static void Append(ref byte[] buffer, ref int length, string text)
    {
        Reserve(ref buffer, length + text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsPlain(c))
            {
                Append(ref buffer, ref length, (byte)c);
                continue;
            }

            if (c < 128)
            {
                Reserve(ref buffer, length + 3);
                length += Encode(c, buffer, length);
                continue;
            }

            int count = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            foreach (byte b in Encoding.UTF8.GetBytes(text.Substring(i, count)))
            {
                Reserve(ref buffer, length + 3);
                length += Encode((char)b, buffer, length);
            }

            i += count - 1;
        }
    }

    private static void Append(ref byte[] buffer, ref int length, byte value)
    {
        Reserve(ref buffer, length + 1);
        buffer[length++] = value;
    }

    private static void Reserve(ref byte[] buffer, int needed)
    {
        if (needed > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        }
    }
}
