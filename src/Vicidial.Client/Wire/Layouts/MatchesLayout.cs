namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// Search keys, each with the IDs of what was found: <c>7275551014|3|1016-1015-1014</c>. Each ID becomes a row. A key without results has no row.
/// </summary>
internal static class MatchesLayout
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string[] names = answer.ColumnNames;
        foreach (string line in answer.DataLines)
        {
            string[] cells = line.Split('|');
            if (cells.Length != names.Length)
            {
                yield return new NamedRow(names, cells);
                continue;
            }

            foreach (string number in cells[2].Split(['-'], StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new NamedRow(names, [cells[0], cells[1], number]);
            }
        }
    }
}
