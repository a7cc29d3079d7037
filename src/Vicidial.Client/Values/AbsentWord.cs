namespace Vicidial.Client.Values;

/// <summary>Words that databases and spreadsheets write into an empty cell.</summary>
public static class AbsentWord
{
    private static readonly HashSet<string> Known = new(
        [
            "NULL", "(NULL)", "<NULL>", "[NULL]", "\\N", "NIL", "NONE", "(NONE)", "NAN", "UNDEFINED", "(BLANK)", "(EMPTY)",
            "N/A", "N.A.", "#N/A", "#NULL!", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "-", "--", "---", "\u2013", "\u2014", "?",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell probably means "no value".</summary>
    public static bool IsLikely(string cell) => cell.Length is > 0 and < 16 && Known.Contains(cell.Trim());
}
