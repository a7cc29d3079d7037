namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// Calls by hour and by status, each in one column of a campaign's row: <c>TESTCAMP|7|7|00-0,…,08-6|NI-1,SALE-6|</c>. Each figure becomes a row with
/// its hour or status.
/// </summary>
internal static class HoursLayout
{
    private const int Cells = 5;

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string[] names = answer.ColumnNames;
        string[] total = [names[0], names[1], names[2]];
        foreach (string line in answer.DataLines)
        {
            string[] cells = line.Split('|');
            if (cells.Length is not (Cells or Cells + 1))
            {
                yield return new NamedRow(names, cells);
                continue;
            }

            yield return new NamedRow(total, [cells[0], cells[1], cells[2]]);
            for (int column = 3; column < Cells; column++)
            {
                string[] one = [names[0], names[column], names[1]];
                foreach (string part in cells[column].Split([','], System.StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return Answer.TrySplitCount(part, '-', out string name, out string count)
                        ? new NamedRow(one, [cells[0], name, count])
                        : throw answer.NotUnderstood($"'{part}' is not a number of calls");
                }
            }
        }
    }
}
