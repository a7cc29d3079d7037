using System.Collections.Generic;
using System.Globalization;
using System;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// What a journal says of the rows that were sent in earlier runs, in four bytes a row: what became of it, and enough of its hash
/// to notice that another row stands in its place.
/// </summary>
internal sealed class JournalIndex
{
    private const int OutcomeBits = 3;
    private readonly RowTable<uint> _cells = new();

    /// <summary>The last row that the journal knows, be it by its number alone.</summary>
    public long LastRow { get; private set; }

    /// <summary>Whether the last run has come to its end, in whatever way: nothing was sent after the last line.</summary>
    public bool HasEnded { get; private set; } = true;

    /// <summary>The last moment that the journal tells.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The numbers of what was made so far.</summary>
    public NumberSet Ids { get; } = new();

    /// <summary>How many rows have an outcome.</summary>
    public long Count { get; private set; }

    /// <summary>How many rows have each outcome.</summary>
    public long[] Counts { get; } = new long[Enum.GetValues(typeof(RowOutcome)).Length];

    /// <summary>What became of a row.</summary>
    public RowOutcome Find(long number) => (RowOutcome)(_cells[number] >> (32 - OutcomeBits));

    /// <summary>Whether a row is the one that the journal knows by its number.</summary>
    public bool IsSame(LoadRow row) => _cells[row.Number] << OutcomeBits == Pack(row.Hash) << OutcomeBits;

    /// <summary>Takes a line in.</summary>
    /// <returns>False where it is of rows and cannot be read. Lines of other sorts are passed over.</returns>
    public bool Take(IReadOnlyDictionary<string, string> values)
    {
        if (JournalEntry.IsOfRow(values))
        {
            return JournalEntry.Read(values) is { } entry && Take(entry);
        }

        if (SendingRows.IsSending(values))
        {
            return SendingRows.Read(values) is { } rows && Take(rows);
        }

        Note(JournalText.ReadTime(values, JournalText.TimeName));
        if (values.ContainsKey(JournalText.EndName))
        {
            HasEnded = true;
            LastRow = Math.Max(LastRow, JournalText.ReadNumber(values, JournalText.RowsName) ?? 0);
        }

        return true;
    }

    private static uint Pack(ulong hash) => (uint)hash & (uint.MaxValue >> OutcomeBits);

    private bool Take(JournalEntry entry)
    {
        Set(entry.Row, entry.Outcome);
        Note(entry.At);
        if (entry.Outcome == RowOutcome.Done && long.TryParse(entry.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            Ids.Add(id);
        }

        return true;
    }

    private bool Take(IReadOnlyList<LoadRow> sending)
    {
        // Whatever was known of them before: from here on they may have been done.
        foreach (LoadRow row in sending)
        {
            Set(row, RowOutcome.Unknown);
        }

        return true;
    }

    private void Set(LoadRow row, RowOutcome outcome)
    {
        HasEnded = false;
        LastRow = Math.Max(LastRow, row.Number);
        RowOutcome before = Find(row.Number);
        if (before == RowOutcome.None)
        {
            Count++;
        }
        else
        {
            Counts[(int)before]--;
        }

        Counts[(int)outcome]++;
        _cells[row.Number] = ((uint)outcome << (32 - OutcomeBits)) | Pack(row.Hash);
    }

    private void Note(DateTimeOffset time) => LastTime = time > LastTime ? time : LastTime;
}
