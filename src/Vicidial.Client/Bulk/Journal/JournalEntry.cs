using System;
using System.Collections.Generic;
using System.Globalization;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>What a journal says of one row.</summary>
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

    // Memory is taken by the row's number: one that no load reaches is damage.
    private const long HighestRow = 10_000_000_000;

    /// <summary>Makes an entry.</summary>
    public JournalEntry(LoadRow row, RowOutcome outcome)
    {
        Row = row;
        Outcome = outcome;
    }

    /// <summary>The row.</summary>
    public LoadRow Row { get; }

    /// <summary>What became of it.</summary>
    public RowOutcome Outcome { get; }

    /// <summary>The number or name of what was made, or of what was there already; null where the dialer tells none.</summary>
    public string? Id { get; set; }

    /// <summary>The ErrorId, where it was not done.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Why it was not done, in words.</summary>
    public string? Reason { get; set; }

    /// <summary>When that was known.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Whether a line is meant to speak of a row.</summary>
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

    /// <summary>The number of a row; null where no row has it.</summary>
    internal static long? ReadRowNumber(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long row) && row is >= 1 and <= HighestRow ? row : null;

    internal void Write(JsonLine line)
    {
        line.Add(RowName, Row.Number)
            .Add(KeyName, Row.Key)
            .Add(OutcomeName, Outcome.ToString())
            .Add(IdName, Id)
            .Add(ErrorName, ErrorId)
            .Add(ReasonName, Reason);
        if (Row.Hash != 0)
        {
            line.Add(HashName, Row.Hash.ToString("x16", CultureInfo.InvariantCulture));
        }

        line.Add(TimeName, At).End();
    }
}
