using System.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// The line of rows that are about to be sent: the number of each row and the end of its hash, which is enough to detect a different row. The line is
/// short, because requests wait for it.
/// </summary>
internal static class SendingRows
{
    /// <summary>Adds a row to those of the next line.</summary>
    public static void Add(StringBuilder rows, LoadRow row) =>
        rows.Append(rows.Length == 0 ? string.Empty : " ")
            .Append(row.Number.ToString(CultureInfo.InvariantCulture))
            .Append(':')
            .Append(((uint)row.Hash).ToString("x8", CultureInfo.InvariantCulture));

    /// <summary>Creates the line for the rows; null if there are none.</summary>
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

    /// <summary>Reads the rows of such a line, with only their numbers and the ends of their hashes; null if it cannot be read.</summary>
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
