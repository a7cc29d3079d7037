using System.Text.RegularExpressions;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// A selection page: a link for each item, followed by cells with its data. The page does not escape texts, so they are read unchanged, angle
/// brackets included.
/// </summary>
internal static class PickerLayout
{
    private const string PageMark = "choose_file(filename,fieldname)";
    private const string EndMark = "</table>";
    private const string FilesMark = "Files: </font>";

    // No match extends past the next start of its kind, so a page of starts without ends takes linear time.
    private static readonly Regex Link = new(@"choose_file\('(?<id>(?:(?!choose_file\(').)*?)','[^']*'\);", RegexOptions.CultureInvariant);

    private static readonly Regex Cell = new(
        @"<td(?: bgcolor=""(?<color>[^""]*)"")?><font size=\d face=""[^""]*"">(?<text>(?:(?!<td><font size=|<td bgcolor="").)*?)</td>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex Files = new(
        @"Files: </font><font[^>]*>(?<text>(?:(?!Files: </font>).)*?)</td>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    );

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string text = answer.Text;
        if (text.IndexOf(PageMark, StringComparison.Ordinal) < 0)
        {
            throw answer.NotUnderstood("it is not a selection page");
        }

        int end = text.LastIndexOf(EndMark, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            throw answer.Cut();
        }

        string[] names = answer.ColumnNames;
        MatchCollection links = Link.Matches(text);
        for (int i = 0; i < links.Count; i++)
        {
            int start = links[i].Index + links[i].Length;
            string row = text.Substring(start, (i + 1 < links.Count ? links[i + 1].Index : end) - start);
            yield return new NamedRow(names, ReadCells(links[i].Groups["id"].Value, row, names.Length));
        }
    }

    private static List<string> ReadCells(string id, string row, int count)
    {
        var cells = new List<string> { id };
        foreach (Match cell in Cell.Matches(row))
        {
            if (cells.Count < count)
            {
                // A colored cell shows only its color.
                cells.Add(cell.Groups["color"].Success ? cell.Groups["color"].Value : cell.Groups["text"].Value);
            }
        }

        if (cells.Count < count && row.IndexOf(FilesMark, StringComparison.Ordinal) >= 0)
        {
            cells.Add(Files.Match(row).Groups["text"].Value.Replace("&nbsp;", " "));
        }

        return cells;
    }
}
