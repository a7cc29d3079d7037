namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// Records of <c>name =&gt; value</c> lines, each below a line with its number. A value can continue on the next line. The known order of names
/// distinguishes such a line from the next field.
/// </summary>
internal static class BlocksLayout
{
    private const string Start = ";---------- START OF RECORD ";
    private const string Arrow = " => ";

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string[] order = answer.ColumnNames;
        List<string>? names = null;
        List<string>? values = null;
        foreach (string line in answer.Text.Split('\n'))
        {
            if (line.StartsWith(Start, StringComparison.Ordinal))
            {
                if (names is not null)
                {
                    yield return new NamedRow(names, values!);
                }

                (names, values) = ([], []);
            }
            else if (names is not null && values is not null)
            {
                ReadLine(order, names, values, line);
            }
        }

        if (names is null)
        {
            throw answer.NotUnderstood("it has no record");
        }

        // The last line ends with a line break, too.
        if (values!.Count > 0 && values[values.Count - 1].EndsWith("\n", StringComparison.Ordinal))
        {
            values[values.Count - 1] = values[values.Count - 1].Substring(0, values[values.Count - 1].Length - 1);
        }

        yield return new NamedRow(names, values!);
    }

    private static void ReadLine(string[] order, List<string> names, List<string> values, string line)
    {
        int arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        string name = arrow < 0 ? string.Empty : line.Substring(0, arrow);
        bool isNext =
            names.Count < order.Length ? name == order[names.Count] : name.Length > 0 && name.All(static c => c == '_' || char.IsLetterOrDigit(c));
        if (isNext)
        {
            names.Add(name);
            values.Add(line.Substring(arrow + Arrow.Length));
        }
        else if (values.Count > 0)
        {
            values[values.Count - 1] += "\n" + line;
        }
    }
}
