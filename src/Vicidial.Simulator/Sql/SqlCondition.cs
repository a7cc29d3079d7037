namespace Vicidial.Simulator.Sql;

/// <summary>A condition of a statement: one column compared with one value.</summary>
internal sealed class SqlCondition(string column, char comparison, string value)
{
    public string Column { get; } = column;

    /// <summary>Whether a row meets it.</summary>
    /// <param name="stored">The row's value in the column, or null if the column does not exist.</param>
    public bool Holds(string? stored)
    {
        if (stored is null)
        {
            return false;
        }

        int order = decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left)
            && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal right)
            ? left.CompareTo(right)
            : string.Compare(stored, value, StringComparison.OrdinalIgnoreCase);
        return comparison == '=' ? order == 0 : comparison == '<' ? order < 0 : order > 0;
    }
}
