namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// Requests by status in columns, with a line of totals at the end. Each figure becomes a row; the totals are left out, because the rows add up to
/// them.
/// </summary>
/// <remarks>
/// The dialer names the statuses in the order in which it met them, some of them twice, and writes the figures of each row in the order of the
/// statuses' names. So the names are sorted here; a row whose figures do not add up to its own total is reported as a row that cannot be read.
/// </remarks>
internal static class DispositionsLayout
{
    private const string TotalLine = "TOTAL";
    private static readonly string Status = "<STATUS>";

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string[] lines = answer.DataLines.ToArray();
        string[] header = lines.Length == 0 ? [] : lines[0].Split(',');
        string[] fixedNames = answer.ColumnNames;
        if (header.Length < fixedNames.Length || !header.Take(fixedNames.Length).SequenceEqual(fixedNames))
        {
            throw answer.NotUnderstood("it does not begin with column names");
        }

        if (!lines[lines.Length - 1].StartsWith(TotalLine + ",", StringComparison.Ordinal) || lines.Length == 1)
        {
            throw answer.Cut();
        }

        string[] statuses = header
            .Skip(fixedNames.Length)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StatusOrder.Instance)
            .ToArray();
        string[] names = [fixedNames[0], fixedNames[1], Status, "group_calls"];
        foreach (string line in lines.Skip(1).Take(lines.Length - 2))
        {
            string[] cells = line.Split(',');
            if (statuses.Length == 0 || !IsWhole(cells, statuses.Length + fixedNames.Length))
            {
                // Without a breakdown, there is only the total. Figures that do not add up are kept, so that they are reported.
                yield return statuses.Length == 0 && cells.Length == fixedNames.Length
                    ? new NamedRow(fixedNames, cells)
                    : new NamedRow([.. fixedNames, .. statuses, "?"], cells);
                continue;
            }

            for (int i = 0; i < statuses.Length; i++)
            {
                yield return new NamedRow(
                    names,
                    [cells[0], Count(cells[fixedNames.Length + i])!.Value.ToString(CultureInfo.InvariantCulture), statuses[i], cells[1]]
                );
            }
        }
    }

    private static bool IsWhole(string[] cells, int columns)
        => cells.Length == columns && Count(cells[1]) is { } total && cells.Skip(2).All(static cell => Count(cell) is not null)
            && cells.Skip(2).Sum(static cell => Count(cell)!.Value) == total;

    /// <summary>The number before a percentage, <c>10 (14.3%)</c>.</summary>
    private static long? Count(string cell)
    {
        int blank = cell.IndexOf(' ');
        return long.TryParse(blank < 0 ? cell : cell.Substring(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            ? count
            : null;
    }

    /// <summary>The order of the server's scripting language: numbers by their value, all else by its characters.</summary>
    private sealed class StatusOrder : IComparer<string>
    {
        public static readonly StatusOrder Instance = new();

        public int Compare(string? x, string? y) =>
            long.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out long left)
            && long.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out long right)
                ? left.CompareTo(right)
                : string.CompareOrdinal(x, y);
    }
}
