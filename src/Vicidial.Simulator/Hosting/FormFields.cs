using System.Collections;
using System.Text;

namespace Vicidial.Simulator.Hosting;

/// <summary>The fields of a query string or a form body, decoded as PHP does. If a name occurs more than once, the last value counts.</summary>
public sealed class FormFields : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields;
    private readonly Dictionary<string, int> _positions;

    private byte[]? _source;

    private FormFields(int capacity)
    {
        _fields = new List<KeyValuePair<string, string>>(capacity);
        _positions = new Dictionary<string, int>(capacity, StringComparer.Ordinal);
    }

    /// <summary>No fields.</summary>
    public static FormFields Empty { get; } = new FormFields(0);

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => _fields[index];

    /// <summary>The value of a field, or null if the request does not have it.</summary>
    /// <param name="name">The field's name, exactly as written.</param>
    public string? this[string name] => _positions.TryGetValue(name, out int position) ? _fields[position].Value : null;

    /// <summary>Reads URL-encoded text.</summary>
    /// <param name="text">Text such as <c>user=6666&amp;stage=csv</c>.</param>
    /// <returns>The fields.</returns>
    public static FormFields Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return ParseQuery(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Creates fields from decoded pairs.</summary>
    /// <param name="pairs">Names and values, in order.</param>
    /// <returns>The fields.</returns>
    public static FormFields From(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        if (pairs is null)
        {
            throw new ArgumentNullException(nameof(pairs));
        }

        var fields = new FormFields(8);
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            fields.Set(pair.Key, pair.Value);
        }

        return fields;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();

    /// <summary>A query string as it was sent, or the text of the pairs that it was created from.</summary>
    internal string SentText() => _source is null ? DecodedText() : Encoding.UTF8.GetString(_source);

    /// <summary>All names and values.</summary>
    internal string DecodedText()
    {
        var text = new StringBuilder();
        foreach (KeyValuePair<string, string> field in _fields)
        {
            text.Append('&').Append(field.Key).Append('=').Append(field.Value);
        }

        return text.ToString();
    }

    /// <summary>Reads a query string and remembers it.</summary>
    internal static FormFields ParseQuery(byte[] query)
    {
        FormFields fields = Parse(query, 0, query.Length);
        if (fields.Count > 0)
        {
            fields._source = query;
        }

        return fields;
    }

    internal static FormFields Parse(byte[] buffer, int offset, int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        var fields = new FormFields(8);
        int end = offset + count;
        int start = offset;
        while (start < end)
        {
            int next = Array.IndexOf(buffer, (byte)'&', start, end - start);
            int stop = next < 0 ? end : next;
            if (stop > start)
            {
                int equals = Array.IndexOf(buffer, (byte)'=', start, stop - start);
                int nameEnd = equals < 0 ? stop : equals;
                string name = FieldName(Decode(buffer, start, nameEnd - start));

                // An array parameter (name[]=x) is not a string, so every function treats it as missing.
                if (name.Length > 0 && name.IndexOf('[') < 0)
                {
                    fields.Set(name, equals < 0 ? string.Empty : Decode(buffer, equals + 1, stop - equals - 1));
                }
            }

            start = stop + 1;
        }

        return fields;
    }

    /// <summary>Query and body together: a name in the query hides the same name in the body.</summary>
    internal static FormFields Merge(FormFields query, FormFields body)
    {
        if (body.Count == 0)
        {
            return query;
        }

        if (query.Count == 0)
        {
            return body;
        }

        var fields = new FormFields(query.Count + body.Count);
        foreach (KeyValuePair<string, string> pair in body._fields)
        {
            fields.Set(pair.Key, pair.Value);
        }

        foreach (KeyValuePair<string, string> pair in query._fields)
        {
            fields.Set(pair.Key, pair.Value);
        }

        return fields;
    }

    private static string FieldName(string name)
    {
        string trimmed = name.TrimStart(' ');
        return trimmed.IndexOf('.') < 0 && trimmed.IndexOf(' ') < 0 ? trimmed : trimmed.Replace('.', '_').Replace(' ', '_');
    }

    private static string Decode(byte[] buffer, int offset, int count)
    {
        if (count == 0)
        {
            return string.Empty;
        }

        int end = offset + count;
        int special = offset;
        while (special < end && buffer[special] != (byte)'%' && buffer[special] != (byte)'+')
        {
            special++;
        }

        if (special == end)
        {
            return Encoding.UTF8.GetString(buffer, offset, count);
        }

        var decoded = new byte[count];
        Buffer.BlockCopy(buffer, offset, decoded, 0, special - offset);
        int length = special - offset;
        for (int i = special; i < end; i++)
        {
            byte value = buffer[i];
            if (value == (byte)'+')
            {
                value = (byte)' ';
            }
            else if (value == (byte)'%' && i + 2 < end && Hex(buffer[i + 1]) is int high and >= 0 && Hex(buffer[i + 2]) is int low and >= 0)
            {
                value = (byte)((high << 4) | low);
                i += 2;
            }

            decoded[length++] = value;
        }

        return Encoding.UTF8.GetString(decoded, 0, length);
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    private void Set(string name, string value)
    {
        var pair = new KeyValuePair<string, string>(name, value);
        if (_positions.TryGetValue(name, out int position))
        {
            _fields[position] = pair;
            return;
        }

        _positions.Add(name, _fields.Count);
        _fields.Add(pair);
    }
}
