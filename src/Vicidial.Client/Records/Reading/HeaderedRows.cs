using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Reading;

/// <summary>Splits rows of any function by the column names in their first line.</summary>
public static class HeaderedRows
{
    private const string HeaderField = "header";
    private const string DelimiterField = "stage";
    private static readonly char[] Delimiters = ['\t', '|', ','];

    /// <summary>Reads the rows of a response that has column names.</summary>
    /// <returns>The values of each row by column. Rows with a different number of values are left out. Empty if no names were requested.</returns>
    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Read(ApiRequest request, DialerResponse response)
    {
        string[] lines = response.Lines.Where(line => line.Kind == ResponseKind.Row).Select(line => line.Raw).ToArray();
        if (request.Find(HeaderField) != "YES" || lines.Length == 0)
        {
            return [];
        }

        char delimiter = request.Find(DelimiterField) switch { "tab" => '\t', "csv" => ',', _ => '|' };
        if (lines[0].IndexOf(delimiter) < 0)
        {
            delimiter = Delimiters.Where(other => lines[0].IndexOf(other) >= 0).DefaultIfEmpty(delimiter).First();
        }

        IReadOnlyList<string> names = lines[0].TrimEnd(delimiter).Split(delimiter);
        string[][] rows = lines.Skip(1).Where(line => line != lines[0]).Select(line => line.Split(delimiter)).ToArray();
        if (rows.Length > 0 && request.Function.Names is { } repair)
        {
            names = repair.Fit(request.Function, names, rows[0]);
        }

        return rows.Where(cells => cells.Length == names.Count || (cells.Length == names.Count + 1 && cells[names.Count].Length == 0))
            .Select(cells =>
                (IReadOnlyList<KeyValuePair<string, string>>)names.Select((name, i) => new KeyValuePair<string, string>(name, cells[i])).ToArray()
            )
            .ToArray();
    }
}
