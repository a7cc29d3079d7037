using System.Text;

namespace Vicidial.Client.Wire;

/// <summary>
/// One JSON object on one line, of texts, numbers and flags, and of objects of texts: all that journals, logs and traces hold.
/// The platform of Windows PowerShell has no JSON library, and none is shipped.
/// </summary>
internal readonly struct JsonLine
{
    private static readonly char[] Special = ['"', '\\'];
    private readonly StringBuilder _text;

    /// <summary>Begins a line in a buffer.</summary>
    public JsonLine(StringBuilder text)
    {
        _text = text;
        _text.Append('{');
    }

    /// <summary>Adds a text, unless it is null.</summary>
    public JsonLine Add(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Quote(value);
        }

        return this;
    }

    /// <summary>Adds a number.</summary>
    public JsonLine Add(string name, long value)
    {
        Name(name);
        Digits.Append(_text, value);
        return this;
    }

    /// <summary>Adds a number as a text of 16 hexadecimal digits.</summary>
    public JsonLine AddHex(string name, ulong value)
    {
        Name(name);
        _text.Append('"');
        Digits.AppendHex(_text, value, 16);
        _text.Append('"');
        return this;
    }

    /// <summary>Adds a moment, to the millisecond, as <c>2026-11-30T17:05:00.000Z</c>.</summary>
    public JsonLine Add(string name, DateTimeOffset value)
    {
        DateTime moment = value.UtcDateTime;
        Name(name);
        Part('"', moment.Year, 4);
        Part('-', moment.Month, 2);
        Part('-', moment.Day, 2);
        Part('T', moment.Hour, 2);
        Part(':', moment.Minute, 2);
        Part(':', moment.Second, 2);
        Part('.', moment.Millisecond, 3);
        _text.Append("Z\"");
        return this;
    }

    /// <summary>Adds a flag.</summary>
    public JsonLine Add(string name, bool value)
    {
        Name(name);
        _text.Append(value ? "true" : "false");
        return this;
    }

    /// <summary>Adds an object of texts. If a name occurs more than once, the last value counts, because many readers accept only one.</summary>
    public JsonLine AddTexts(string name, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        Name(name);
        _text.Append('{');
        var last = new Dictionary<string, int>(values.Count, StringComparer.Ordinal);
        for (int i = 0; i < values.Count; i++)
        {
            last[values[i].Key] = i;
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (last[values[i].Key] == i)
            {
                if (_text[_text.Length - 1] != '{')
                {
                    _text.Append(',');
                }

                Quote(values[i].Key);
                _text.Append(':');
                Quote(values[i].Value);
            }
        }

        _text.Append('}');
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void End() => _text.Append("}\n");

    /// <summary>Reads a line that is one object without objects or lists in it.</summary>
    /// <returns>The values by name, as texts; null if the line is not such an object.</returns>
    public static Dictionary<string, string>? TryRead(string line) => TryRead(line, null, out _);

    /// <summary>Reads a line that is one object with at most one object in it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="innerName">The name of the inner object, or null if none is allowed.</param>
    /// <param name="inner">The values of the inner object.</param>
    /// <returns>The values by name, as texts; null if the line is not such an object.</returns>
    public static Dictionary<string, string>? TryRead(string line, string? innerName, out Dictionary<string, string> inner)
    {
        inner = new Dictionary<string, string>(StringComparer.Ordinal);
        int at = 0;
        if (ReadObject(line, ref at, innerName, inner) is not { } values)
        {
            return null;
        }

        Skip(line, ref at);
        return at == line.Length ? values : null;
    }

    private static Dictionary<string, string>? ReadObject(string line, ref int at, string? innerName, Dictionary<string, string>? inner)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Take(line, ref at, '{'))
        {
            return null;
        }

        if (Take(line, ref at, '}'))
        {
            return values;
        }

        do
        {
            if (ReadText(line, ref at) is not { } name || !Take(line, ref at, ':'))
            {
                return null;
            }

            if (inner is not null && name == innerName)
            {
                if (ReadObject(line, ref at, null, null) is not { } found)
                {
                    return null;
                }

                foreach (KeyValuePair<string, string> one in found)
                {
                    inner[one.Key] = one.Value;
                }

                continue;
            }

            if (!ReadValue(line, ref at, out string? value))
            {
                return null;
            }

            if (value is not null)
            {
                values[name] = value;
            }
        }
        while (Take(line, ref at, ','));

        return Take(line, ref at, '}') ? values : null;
    }

    private static bool ReadValue(string line, ref int at, out string? value)
    {
        Skip(line, ref at);
        if (at < line.Length && line[at] == '"')
        {
            value = ReadText(line, ref at);
            return value is not null;
        }

        int start = at;
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] is '-' or '+' or '.'))
        {
            at++;
        }

        string bare = line.Substring(start, at - start);
        value = bare == "null" ? null : bare;
        return bare is "null" or "true" or "false"
            || (
                bare.Length > 0
                && char.IsAsciiDigit(bare[bare.Length - 1])
                && double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            );
    }

    private static string? ReadText(string line, ref int at)
    {
        if (!Take(line, ref at, '"'))
        {
            return null;
        }

        // Each search ends at the first quote or escape: a line of many texts is read once.
        int end = line.IndexOfAny(Special, at);
        if (end >= 0 && line[end] == '"')
        {
            string plain = line.Substring(at, end - at);
            at = end + 1;
            return plain;
        }

        var text = new StringBuilder();
        while (at < line.Length)
        {
            char c = line[at++];
            if (c == '"')
            {
                return text.ToString();
            }

            if (c != '\\')
            {
                text.Append(c);
            }
            else if (!Unescape(line, ref at, text))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Unescape(string line, ref int at, StringBuilder text)
    {
        if (at >= line.Length)
        {
            return false;
        }

        char c = line[at++];
        if (c == 'u')
        {
            if (
                at + 4 > line.Length
                || !ushort.TryParse(line.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            )
            {
                return false;
            }

            text.Append((char)code);
            at += 4;
            return true;
        }

        int index = "\"\\/bfnrt".IndexOf(c);
        if (index >= 0)
        {
            text.Append("\"\\/\b\f\n\r\t"[index]);
        }

        return index >= 0;
    }

    private static bool Take(string line, ref int at, char wanted)
    {
        Skip(line, ref at);
        if (at < line.Length && line[at] == wanted)
        {
            at++;
            return true;
        }

        return false;
    }

    private static void Skip(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t' or '\r')
        {
            at++;
        }
    }

    private void Name(string name)
    {
        if (_text[_text.Length - 1] != '{')
        {
            _text.Append(',');
        }

        _text.Append('"').Append(name).Append("\":");
    }

    private void Part(char before, int number, int width) => Digits.Append(_text.Append(before), number, width);

    private void Quote(string value)
    {
        _text.Append('"');
        int plain = 0;
        while (plain < value.Length && value[plain] is >= ' ' and < '\u007f' and not ('"' or '\\'))
        {
            plain++;
        }

        _text.Append(value, 0, plain);
        for (int at = plain; at < value.Length; at++)
        {
            char c = value[at];
            switch (c)
            {
                case '"' or '\\':
                    _text.Append('\\').Append(c);
                    break;

                // Half of a pair has no form in UTF-8.
                case < ' ' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                    _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }

        _text.Append('"');
    }
}
