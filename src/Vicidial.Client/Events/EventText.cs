using System.Text;

namespace Vicidial.Client.Events;

/// <summary>Decodes the text that a dialer sends. Texts have one character for each byte.</summary>
internal static class EventText
{
    private const string VariableStart = "--A--";
    private const string VariableEnd = "--B--";
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    /// <summary>Decodes a value by how its sender writes it.</summary>
    public static string Decode(string value, EventEncoding encoding)
    {
        // A text with a raw space or a raw UTF-8 byte was not encoded, so a percent sign in it is just a percent sign.
        if (encoding == EventEncoding.Raw || !IsEncoded(value))
        {
            return FromUtf8(value);
        }

        string once = Unescape(value);
        return encoding == EventEncoding.Twice ? DecodeAgain(once) : once;
    }

    /// <summary>Decodes a URL-encoded text: percent escapes, and <c>+</c> for a space.</summary>
    public static string Unescape(string value)
    {
        if (value.IndexOf('%') < 0 && value.IndexOf('+') < 0)
        {
            return FromUtf8(value);
        }

        var bytes = new byte[value.Length];
        int length = 0;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '+')
            {
                c = ' ';
            }
            else if (c == '%' && i + 2 < value.Length && Hex(value[i + 1]) is >= 0 and int high && Hex(value[i + 2]) is >= 0 and int low)
            {
                c = (char)((high << 4) | low);
                i += 2;
            }

            bytes[length++] = (byte)c;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>Whether a value is a variable that the dialer did not replace, because it has no such variable or no value for it.</summary>
    public static bool IsUnreplaced(string value) =>
        value.Length >= VariableStart.Length + VariableEnd.Length
        && value.StartsWith(VariableStart, StringComparison.Ordinal)
        && value.EndsWith(VariableEnd, StringComparison.Ordinal);

    /// <summary>Parses the fields of a query or form. If a name occurs more than once, the first value comes first.</summary>
    public static void Split(string text, List<KeyValuePair<string, string>> fields)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('&', start);
            end = end < 0 ? text.Length : end;
            int equals = text.IndexOf('=', start, end - start);
            int nameEnd = equals < 0 ? end : equals;
            if (nameEnd > start)
            {
                string value = equals < 0 ? string.Empty : text.Substring(equals + 1, end - equals - 1);
                fields.Add(new KeyValuePair<string, string>(text.Substring(start, nameEnd - start), value));
            }

            start = end + 1;
        }
    }

    /// <summary>A settings container that is sent as a form has a backslash before each <c>&amp;</c> and before quotes.</summary>
    public static string StripBackslashes(string body) =>
        body.IndexOf("\\&", StringComparison.Ordinal) < 0 ? body : body.Replace("\\&", "&").Replace("\\'", "'").Replace("\\\"", "\"");

    /// <summary>The UTF-8 bytes of a text, with one character for each byte.</summary>
    public static string ToBytes(string text) => Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string FromUtf8(string value)
    {
        foreach (char c in value)
        {
            if (c > '\x7f')
            {
                return Encoding.UTF8.GetString(Latin1.GetBytes(value));
            }
        }

        return value;
    }

    private static string DecodeAgain(string value) => IsEncoded(value) ? Unescape(ToBytes(value)) : value;

    private static bool IsEncoded(string value)
    {
        foreach (char c in value)
        {
            if (c is ' ' or > '\x7e')
            {
                return false;
            }
        }

        return true;
    }

    private static int Hex(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
