using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>The journal's entry for one row.</summary>
public sealed class JournalEntry
{
    private const string RowName = "row";
    private const string OutcomeName = "outcome";
    private const string KeyName = "key";
    private const string IdName = "id";
    private const string ErrorName = "errorId";
    private const string ReasonName = "reason";
    private const string HashName = "hash";
    private const string TimeName = "at";

    // The index needs memory up to the highest row number, so a number that no load reaches counts as damage.
    private const long HighestRow = 10_000_000_000;

    // In the order of their values.
    private static readonly string[] OutcomeNames = Enum.GetNames(typeof(RowOutcome));

    /// <summary>Makes an entry.</summary>
    public JournalEntry(LoadRow row, RowOutcome outcome)
    {
        Row = row;
        Outcome = outcome;
    }

    /// <summary>The row.</summary>
    public LoadRow Row { get; }

    /// <summary>The outcome of the row.</summary>
    public RowOutcome Outcome { get; }

    /// <summary>The ID of what was created, or of what already existed; null if the dialer does not report it.</summary>
    public string? Id { get; set; }

    /// <summary>The error ID, if the row or a part of it failed.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Why the row or a part of it failed.</summary>
    public string? Reason { get; set; }

    /// <summary>When the outcome was recorded.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Whether a line is an entry for a row.</summary>
    internal static bool IsOfRow(IReadOnlyDictionary<string, string> values) => values.ContainsKey(RowName);

    internal static JournalEntry? Read(IReadOnlyDictionary<string, string> values)
    {
        if (
            !values.TryGetValue(RowName, out string? number)
            || ReadRowNumber(number) is not { } row
            || !values.TryGetValue(OutcomeName, out string? word)
            || !Enum.TryParse(word, out RowOutcome outcome)
            || !Enum.IsDefined(typeof(RowOutcome), outcome)
        )
        {
            return null;
        }

        ulong hash =
            values.TryGetValue(HashName, out string? hex)
            && ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong known)
                ? known
                : 0;
        return new JournalEntry(new LoadRow(row, values.TryGetValue(KeyName, out string? key) ? key : string.Empty, hash), outcome)
        {
            Id = values.TryGetValue(IdName, out string? id) ? id : null,
            ErrorId = values.TryGetValue(ErrorName, out string? error) ? error : null,
            Reason = values.TryGetValue(ReasonName, out string? reason) ? reason : null,
            At = JournalText.ReadTime(values, TimeName),
        };
    }

    /// <summary>The number of a row; null if the line has none.</summary>
    internal static long? ReadRowNumber(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long row) && row is >= 1 and <= HighestRow ? row : null;

    internal void Write(JsonLine line)
    {
        line.Add(RowName, Row.Number)
            .Add(KeyName, Row.Key)
            .Add(OutcomeName, OutcomeNames[(int)Outcome])
            .Add(IdName, Id)
            .Add(ErrorName, ErrorId)
            .Add(ReasonName, Reason);
        if (Row.Hash != 0)
        {
            line.AddHex(HashName, Row.Hash);
        }

        line.Add(TimeName, At).End();
    }
}
