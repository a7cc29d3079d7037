using System.Text;

namespace Vicidial.Client.Tests.Text;

/// <summary>
/// Writes values into a statement as the dialer does, without any escaping, and reads the statement as MySQL does. So a test sees whether another
/// column or another row would be written.
/// </summary>
internal static class DialerStatement
{
    /// <summary>What a dialer writes into its SQL statement for a value that was sent.</summary>
    public static string Receive(MeasuredField field, string sent, bool isFiltered)
    {
        string received = sent;
        if (isFiltered)
        {
            received = new string(received.Where(c => field.Drops.IndexOf(c) < 0).ToArray());
        }

        return field.LosesBackslashAtEnd && received.EndsWith('\\') ? received[..^1] : received;
    }

    /// <summary>Reads the values back.</summary>
    /// <returns>The values; null if the purpose of the statement is unknown.</returns>
    public static IReadOnlyList<string>? Read(IReadOnlyList<(char Quote, string Text)> values)
    {
        string statement =
            "UPDATE t SET " + string.Join(",", values.Select((value, index) => $"c{index}={value.Quote}{value.Text}{value.Quote}")) + " where id=1;";
        int at = "UPDATE t SET ".Length;
        var read = new List<string>();
        for (int i = 0; i < values.Count; i++)
        {
            string name = $"c{i}=";
            if (string.CompareOrdinal(statement, at, name, 0, name.Length) != 0 || ReadText(statement, at + name.Length, out at) is not { } text)
            {
                return null;
            }

            read.Add(text);
            at += i < values.Count - 1 ? 1 : 0;
        }

        return statement[at..] == " where id=1;" ? read : null;
    }

    private static string? ReadText(string statement, int start, out int end)
    {
        char quote = statement[start];
        var text = new StringBuilder();
        for (int at = start + 1; at < statement.Length; at++)
        {
            char c = statement[at];
            if (c == '\\' && at + 1 < statement.Length)
            {
                char next = statement[++at];
                text.Append(next switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', 'b' => '\b', 'Z' => '\x1a', _ => next });
            }
            else if (c != quote)
            {
                text.Append(c);
            }
            else if (at + 1 < statement.Length && statement[at + 1] == quote)
            {
                text.Append(quote);
                at++;
            }
            else
            {
                end = at + 1;
                return text.ToString();
            }
        }

        end = statement.Length;
        return null;
    }
}
