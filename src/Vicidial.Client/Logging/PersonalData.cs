using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>
/// Replaces personal data in a request and its response with pseudonyms. It uses the names of fields and columns. Names that the catalog does not
/// have, such as a list's custom fields, count as personal data.
/// </summary>
internal sealed class PersonalData : IDisposable
{
    private const string Arrow = " => ";
    private static readonly char[] Delimiters = ['\t', '|', ','];
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "first_name", "middle_initial", "last_name", "address1", "address2", "address3", "city", "province", "postal_code", "date_of_birth",
        "fullname", "uname", "owner", "caller_id_number", "caller_id_name",
    };

    private static readonly string[] NameParts =
    [
        "full_name",
        "first_name",
        "last_name",
        "phone_number",
        "alt_phone",
        "email",
        "comment",
        "security_phrase",
        "vendor",
    ];
    private readonly Pseudonyms _pseudonyms = new();

    public void Dispose() => _pseudonyms.Dispose();

    public IReadOnlyList<KeyValuePair<string, string>> Fields(ApiFunction function, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        fields
            .Select(field => new KeyValuePair<string, string>(
                field.Key,
                field.Value == Redactor.Mask ? field.Value : Value(field.Key, function.FindParameter(field.Key) is not null, field.Value)
            ))
            .ToArray();

    public string Text(string text) => _pseudonyms.Numbers(text);

    public string Response(ApiRequest request, string response)
    {
        ApiFunction function = request.Function;
        string[] lines = response.Split('\n');
        IReadOnlyList<string>? names = null;
        bool isFitted = false;
        char delimiter = '|';
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            string end = lines[i].Substring(line.Length);
            if (line.Length == 0)
            {
                continue;
            }

            if (ResponseReader.IsMessage(function, line, inPlaceOfHeader: names is null))
            {
                lines[i] = Message(function, line) + end;
            }
            else if (FindNames(function, line) is { } found)
            {
                (names, delimiter) = found;
                isFitted = false;
            }
            else if (function.Layout == ResponseLayout.Text)
            {
                string asked = request.Find("field_name") ?? string.Empty;
                lines[i] = Value(asked, asked.Length > 0 && IsColumnOfLeads(asked), line) + end;
            }
            else if (function.Layout == ResponseLayout.Blocks)
            {
                lines[i] = BlockLine(line) + end;
            }
            else
            {
                if (names is not null && !isFitted)
                {
                    names = function.Names?.Fit(function, names, line.Split(delimiter)) ?? names;
                    isFitted = true;
                }

                lines[i] = Row(function, line, names, delimiter) + end;
            }
        }

        return string.Join("\n", lines);
    }

    private static bool IsPersonal(string name) =>
        Names.Contains(name) || Array.Exists(NameParts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsColumnOfLeads(string name) =>
        ApiCatalog.Get(DialerApi.NonAgent, "lead_all_info").Columns.Any(column => column.Name == name);

    private static (IReadOnlyList<string> Names, char Delimiter)? FindNames(ApiFunction function, string line)
    {
        foreach (char delimiter in Delimiters)
        {
            string[] cells = line.TrimEnd(delimiter).Split(delimiter);
            if (cells.Length > 1 && function.Columns.Count > 1 && cells.Take(3).All(cell => function.Columns.Any(column => column.Name == cell)))
            {
                return (cells, delimiter);
            }
        }

        return null;
    }

    /// <summary>A line such as <c>first_name => Ann</c>. Any other line continues the value above it.</summary>
    private string BlockLine(string line)
    {
        int arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
        {
            return line[0] == ';' ? line : _pseudonyms.Personal(line);
        }

        string name = line.Substring(0, arrow);
        return name + Arrow + Value(name, IsColumnOfLeads(name), line.Substring(arrow + Arrow.Length));
    }

    private string Row(ApiFunction function, string line, IReadOnlyList<string>? names, char delimiter)
    {
        string[] cells = line.Split(delimiter);
        if (names is null)
        {
            // The request did not ask for column names. The names of the catalog are used if their number matches.
            foreach (char one in Delimiters)
            {
                string[] parts = line.Split(one);
                string[]? columns = function
                    .Columns.GroupBy(static column => column.Variant)
                    .Select(static variant => variant.Select(static column => column.Name).ToArray())
                    .FirstOrDefault(variant => variant.Length > 1 && variant.Length == parts.Length);
                if (columns is not null)
                {
                    (cells, names, delimiter) = (parts, columns, one);
                    break;
                }
            }
        }

        bool mayBePersonal =
            names is not null || (function.Layout == ResponseLayout.Table && function.Columns.Any(static column => IsPersonal(column.Name)));
        for (int i = 0; i < cells.Length; i++)
        {
            string? name = names is not null && i < names.Count ? names[i] : null;
            cells[i] = name is null && !mayBePersonal
                ? _pseudonyms.Known(cells[i])
                : Value(name ?? string.Empty, name is not null && function.Columns.Any(column => column.Name == name), cells[i]);
        }

        return string.Join(delimiter.ToString(), cells);
    }

    private string Message(ApiFunction function, string line)
    {
        ResponseShape? shape = ResponseReader.ReadLine(function, line, Redactor.ByPosition).Shape;
        int start = Math.Min(line.Length, shape?.ValuesStart(line) ?? 0);
        string[] values = line.Substring(start).Split('|');
        IReadOnlyList<string> names = shape?.ValueNames.Count == values.Length || function.Columns.Count != values.Length
            ? shape?.ValueNames ?? []
            : function.Columns.Select(static column => column.Name).ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            string? name = i < names.Count ? names[i] : null;
            values[i] = name is null ? _pseudonyms.Known(values[i]) : Value(name, isKnown: true, values[i]);
        }

        return line.Substring(0, start) + string.Join("|", values);
    }

    private string Value(string name, bool isKnown, string value)
        => value.Length == 0 ? value : isKnown && !IsPersonal(name) ? _pseudonyms.Numbers(value) : _pseudonyms.Personal(value);
}
