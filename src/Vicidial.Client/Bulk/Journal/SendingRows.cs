using System.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// The line of rows that are about to be sent: the number of each row and the end of its hash, which is enough to detect a different row. The line is
/// short, because requests wait for it.
/// </summary>
internal static class SendingRows
{
    private const string Begin = "{\"" + JournalText.SendingName + "\":\"";

    /// <summary>Adds a row to the line, and begins the line with the first one.</summary>
    public static void Add(StringBuilder line, LoadRow row)
    {
        line.Append(line.Length == 0 ? Begin : " ");
        Digits.Append(line, row.Number);
        Digits.AppendHex(line.Append(':'), (uint)row.Hash, 8);
    }

    /// <summary>Ends the line, if it has begun.</summary>
    public static void End(StringBuilder line)
    {
        if (line.Length > 0)
        {
            line.Append("\"}\n");
        }
    }

    /// <summary>Whether a line lists rows that are about to be sent.</summary>
    public static bool IsSending(IReadOnlyDictionary<string, string> values) => values.ContainsKey(JournalText.SendingName);

    /// <summary>Reads the rows of such a line: their numbers and the ends of their hashes. Null if the line cannot be read.</summary>
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
