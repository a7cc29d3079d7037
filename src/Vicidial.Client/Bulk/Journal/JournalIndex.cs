namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// What a journal knows about the rows of earlier runs, in four bytes for each row: the outcome, and enough of the row's hash to detect a different
/// row with the same number.
/// </summary>
internal sealed class JournalIndex
{
    private const int OutcomeBits = 3;
    private readonly RowTable<uint> _cells = new();

    /// <summary>The highest row number in the journal, even if only the number is known.</summary>
    public long LastRow { get; private set; }

    /// <summary>Whether the last run ended in an orderly way, so that nothing was sent after the last line.</summary>
    public bool HasEnded { get; private set; } = true;

    /// <summary>The latest time in the journal.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The IDs that the load has created so far.</summary>
    public NumberSet Ids { get; } = new();

    /// <summary>How many rows have an outcome.</summary>
    public long Count { get; private set; }

    /// <summary>How many rows have each outcome.</summary>
    public long[] Counts { get; } = new long[Enum.GetValues(typeof(RowOutcome)).Length];

    /// <summary>The outcome of a row.</summary>
    public RowOutcome Find(long number) => (RowOutcome)(_cells[number] >> (32 - OutcomeBits));

    /// <summary>Whether the journal has this row under its number.</summary>
    public bool IsSame(LoadRow row) => _cells[row.Number] << OutcomeBits == Pack(row.Hash) << OutcomeBits;

    /// <summary>Adds a line to the index.</summary>
    /// <returns>False if the line is for rows and cannot be read. Other kinds of lines are ignored.</returns>
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
        // From here on, the rows may have been sent, whatever was known about them before.
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
