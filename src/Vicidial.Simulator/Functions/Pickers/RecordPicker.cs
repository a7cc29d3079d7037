using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Pickers;

/// <summary>A page of records that the account may see, one per row.</summary>
internal abstract class RecordPicker(string name, string since) : Picker(name, since)
{
    /// <summary>The records in order.</summary>
    protected static IEnumerable<T> Seen<T>(FunctionContext context, IEnumerable<T> records)
        where T : DialerRecord =>
        records.Where(record => record.IsSeenBy(context.CallerGroup)).OrderBy(record => record.Id, StringComparer.OrdinalIgnoreCase);

    protected static void WriteHeadings(FunctionContext context, string title, params string[] columns) =>
        WriteTop(context, ["<td width=30>#</td>", $"<td colspan=2>{title}</td>", .. columns.Select(column => $"<td>{column}</td>")]);

    /// <summary>A row with a number, a link and plain cells.</summary>
    protected static void WriteRow(FunctionContext context, int number, string id, params string[] cells)
    {
        ResponseWriter response = context.Response;
        StartRow(response, number).Write($"<td width=30>{SmallText}").Write(number).Write("</td>\n<td colspan=2>");
        WriteLink(context, id, Text, id);
        for (int i = 0; i < cells.Length; i++)
        {
            WriteCell(response, "<td>", cells[i], isLast: i == cells.Length - 1);
        }
    }

    protected static void WriteCell(ResponseWriter response, string tag, string text, bool isLast) =>
        response.Write(tag).Write(Text).Write(text).Write(isLast ? "</td></tr>\n" : "</td>\n");
}
