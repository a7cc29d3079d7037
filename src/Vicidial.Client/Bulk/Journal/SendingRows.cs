using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// The line of the rows that are about to be sent: each by its number and the end of its hash, which is enough to notice that
/// another row stands in its place. It is written before they go out, so it is short.
/// </summary>
internal static class SendingRows
{
    /// <summary>Adds a row to those of the next line.</summary>
    public static void Add(StringBuilder rows, LoadRow row) =>
        rows.Append(rows.Length == 0 ? string.Empty : " ")
            .Append(row.Number.ToString(CultureInfo.InvariantCulture))
            .Append(':')
            .Append(((uint)row.Hash).ToString("x8", CultureInfo.InvariantCulture));

    /// <summary>Makes the line of the rows; nothing where there are none.</summary>
    public static string TakeLine(StringBuilder rows)
    {
        if (rows.Length == 0)
        {
            return string.Empty;
        }

        var line = new StringBuilder(rows.Length + 20);
        new JsonLine(line).Add(JournalText.SendingName, rows.ToString()).End();
        rows.Clear();
        return line.ToString();
    }

    /// <summary>Whether a line is such a line.</summary>
    public static bool IsSending(IReadOnlyDictionary<string, string> values) => values.ContainsKey(JournalText.SendingName);

    /// <summary>The rows of such a line, of which only the number and the end of the hash are known; null where it cannot be read.</summary>
    public static IReadOnlyList<LoadRow>? Read(IReadOnlyDictionary<string, string> values)
    {
        string[] texts = values[JournalText.SendingName].Split(' ');
        var rows = new LoadRow[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            string[] parts = texts[i].Split(':');
            if (parts.Length != 2 || JournalEntry.ReadRowNumber(parts[0]) is not { } number
                || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint hash))
            {
                return null;
            }

            rows[i] = new LoadRow(number, string.Empty, hash);
        }

        return rows;
    }
}
