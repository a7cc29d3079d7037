using System;
using System.Collections.Generic;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// Keys that were searched for, each with the numbers of what has them: <c>7275551014|3|1016-1015-1014</c>. Each number
/// becomes a row; a key that nothing has becomes none.
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
