using Vicidial.Client.Text;

namespace VicidialPS.Requests;

/// <summary>
/// Counts, for each field of a run, the rows whose text the dialer changes. Warns about the first row at once, and about the number of rows
/// at the end.
/// </summary>
internal sealed class ChangedText
{
    private const int LongestText = 60;
    private readonly Action<string> _warn;
    private readonly bool _tellsEachRow;
    private readonly Dictionary<string, (int Count, string FirstRow, bool IsSure)> _fields = new(StringComparer.Ordinal);

    /// <summary>Starts a count.</summary>
    /// <param name="warn">Writes a warning.</param>
    /// <param name="tellsEachRow">Whether to warn about each row, as a check of a whole file does.</param>
    public ChangedText(Action<string> warn, bool tellsEachRow)
    {
        _warn = warn;
        _tellsEachRow = tellsEachRow;
    }

    /// <summary>Counts the fields of one row that the dialer changes.</summary>
    /// <param name="verdicts">What the dialer does to each field of the row.</param>
    /// <param name="row">The words that identify the row.</param>
    /// <param name="keepsLetters">Whether the dialer keeps letters beyond ASCII; null if that is unknown.</param>
    /// <param name="nameOf">Finds the parameter that fills a field.</param>
    public void Note(IReadOnlyList<FieldVerdict> verdicts, string row, bool? keepsLetters, Func<string, string> nameOf)
    {
        foreach (FieldVerdict verdict in verdicts.Where(verdict => verdict.Text.Lost.Length > 0 || IsLost(verdict.Text, keepsLetters)))
        {
            if (Count(nameOf(verdict.Field), row, verdict.Text.Lost.Length > 0 || keepsLetters is not null) || _tellsEachRow)
            {
                _warn(Describe(verdict.Text, row, nameOf(verdict.Field), keepsLetters));
            }
        }
    }

    /// <summary>Warns about the number of rows, if there was more than one.</summary>
    public void Complete()
    {
        foreach (KeyValuePair<string, (int Count, string FirstRow, bool IsSure)> field in _fields.Where(static field => field.Value.Count > 1))
        {
            string changes = field.Value.IsSure ? "changes" : "may change";
            _warn($"The dialer {changes} the text of {field.Key} in {field.Value.Count} rows. The first is {field.Value.FirstRow}.");
        }

        _fields.Clear();
    }

    private static bool IsLost(TextVerdict text, bool? keepsLetters) => text.LostInAsciiMode.Length > 0 && keepsLetters != true;

    private static string Describe(TextVerdict text, string row, string name, bool? keepsLetters)
    {
        string what = $"for the {name} '{Shorten(text.Value)}' of {row}";
        return keepsLetters is null && IsLost(text, keepsLetters)
            ? text.Lost.Length == 0
                ? $"The dialer may store '{Shorten(text.Stored)}' {what}: if it runs in ASCII mode, it changes {text.NameLost()}."
                : $"The dialer stores '{Shorten(text.StoredInUnicodeMode)}' {what}, or '{Shorten(text.Stored)}' if it runs in ASCII mode. "
                    + $"It changes {text.NameLost()}."
            : $"The dialer stores '{Shorten(keepsLetters == true ? text.StoredInUnicodeMode : text.Stored)}' {what}. "
                + $"It changes {text.NameLost(keepsLetters != true)}.";
    }

    /// <summary>Counts a row for a field.</summary>
    /// <returns>Whether it is the first one.</returns>
    private bool Count(string name, string row, bool isSure)
    {
        bool isFirst = !_fields.TryGetValue(name, out (int Count, string FirstRow, bool IsSure) known);
        _fields[name] = isFirst ? (1, row, isSure) : (known.Count + 1, known.FirstRow, known.IsSure || isSure);
        return isFirst;
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : text.Substring(0, LongestText) + "…";
}
