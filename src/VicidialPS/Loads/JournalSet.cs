using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using VicidialPS.Output;

namespace VicidialPS.Loads;

/// <summary>The journals of all shards of a load, read as one.</summary>
internal sealed class JournalSet : IDisposable
{
    private readonly List<JournalAccount> _journals = [];

    /// <summary>The journals.</summary>
    public IReadOnlyList<JournalAccount> Journals => _journals;

    /// <summary>The last row that any journal contains.</summary>
    public long LastRow => _journals.Max(static journal => Math.Max(journal.Rows ?? 0, journal.HighestRow));

    /// <summary>Adds a journal.</summary>
    /// <exception cref="DialerException">It cannot be read, or belongs to a different load than the others.</exception>
    public void Add(string path)
    {
        JournalAccount journal = JournalAccount.Open(path);
        _journals.Add(journal);
        _journals[0].Start.RequireSameLoad(journal.Start, path);
    }

    /// <inheritdoc/>
    public void Dispose() => _journals.ForEach(static journal => journal.Dispose());

    /// <summary>Finds the outcome of a row.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="journals">The number of journals with an outcome for the row.</param>
    public LoadRowReport Find(long row, out int journals)
    {
        journals = 0;
        LoadRowReport? found = null;
        foreach (JournalAccount journal in _journals)
        {
            if (journal.Find(row) is { } entry)
            {
                journals++;

                // If two journals contain the row, the one where it is done is more informative.
                if (found is null || (found.Outcome != RowOutcome.Done && entry.Outcome == RowOutcome.Done))
                {
                    found = new LoadRowReport(row, entry, journal, entry.Outcome);
                }
            }
        }

        return found ?? new LoadRowReport(row, null, null, RowOutcome.None);
    }

    /// <summary>Summarizes all rows.</summary>
    public LoadReport Summarize()
    {
        var outcomes = new long[Enum.GetValues(typeof(RowOutcome)).Length];
        var reasons = new ReasonCounts();
        long overlapping = 0;
        long last = LastRow;
        for (long row = 1; row <= last; row++)
        {
            LoadRowReport report = Find(row, out int journals);
            outcomes[(int)report.Outcome]++;
            overlapping += journals > 1 ? 1 : 0;
            if (report.ErrorId is { } error)
            {
                reasons.Add(error, report.Reason ?? string.Empty);
            }
        }

        string[] parts = _journals
            .Select(static journal => journal.Start.Shard)
            .OfType<string>()
            .Distinct()
            .OrderBy(static part => part, StringComparer.Ordinal)
            .ToArray();
        string[] missingParts = parts.Length == 0 ? [] : AllParts(parts[0]).Except(parts).ToArray();

        // If one shard has read further than the end of another one, the length of the input is unknown.
        long? rows = _journals.Max(static journal => journal.Rows) is { } all && all >= last ? all : null;
        return new LoadReport
        {
            Function = _journals[0].Start.Function,
            Dialer = _journals.Select(static journal => journal.Start.Dialer).Distinct().ToArray(),
            Rows = rows,
            Done = outcomes[(int)RowOutcome.Done],
            Duplicate = outcomes[(int)RowOutcome.Duplicate],
            Refused = outcomes[(int)RowOutcome.Refused],
            NotDone = outcomes[(int)RowOutcome.NotDone],
            Unknown = outcomes[(int)RowOutcome.Unknown],
            Missing = rows is null ? null : outcomes[(int)RowOutcome.None],
            Overlapping = overlapping,
            Part = parts,
            MissingPart = missingParts,
            IsComplete =
                rows is not null
                && _journals.All(journal => journal.Rows == rows)
                && overlapping == 0
                && missingParts.Length == 0
                && outcomes[(int)RowOutcome.NotDone] + outcomes[(int)RowOutcome.Unknown] + outcomes[(int)RowOutcome.None] == 0,
            Reasons = reasons.ToArray(),
            Began = _journals.Min(static journal => journal.Start.At),
            LastWritten = _journals.Max(static journal => journal.LastTime),
            JournalPath = _journals.Select(static journal => journal.Path).ToArray(),
        };
    }

    private static IEnumerable<string> AllParts(string one)
    {
        string count = one.Substring(one.IndexOf('/') + 1);
        return Enumerable.Range(1, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).Select(number => $"{number}/{count}");
    }
}
