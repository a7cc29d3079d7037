using System.Diagnostics;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using VicidialPS.Output;

namespace VicidialPS.Loads;

/// <summary>Counts the outcomes of the rows of a run. Thread-safe.</summary>
internal sealed class LoadTally
{
    private readonly object _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly long[] _outcomes = new long[Enum.GetValues(typeof(RowOutcome)).Length];
    private readonly ReasonCounts _reasons = new();
    private long _rows;
    private long _skipped;
    private long _valid;
    private long _recovered;

    /// <summary>Counts a row of the input.</summary>
    public void AddRow() => _rows++;

    /// <summary>Counts a row that has its outcome from an earlier run.</summary>
    public void AddSkipped() => _skipped++;

    /// <summary>Counts a row that passed a check.</summary>
    public void AddValid() => _valid++;

    /// <summary>Counts the outcome of a row.</summary>
    public void Add(RowOutcome outcome, DialerException? failure, bool isRecovered = false)
    {
        lock (_gate)
        {
            _outcomes[(int)outcome]++;
            _recovered += isRecovered ? 1 : 0;
            if (failure is not null)
            {
                _reasons.Add(failure.ErrorId, failure.Cause);
            }
        }
    }

    /// <summary>Summarizes the counts so far.</summary>
    public LoadSummary Summarize(string? journalPath)
    {
        lock (_gate)
        {
            TimeSpan elapsed = _watch.Elapsed;
            return new LoadSummary
            {
                Rows = _rows,
                Done = _outcomes[(int)RowOutcome.Done],
                Recovered = _recovered,
                Skipped = _skipped,
                Duplicate = _outcomes[(int)RowOutcome.Duplicate],
                Refused = _outcomes[(int)RowOutcome.Refused],
                NotDone = _outcomes[(int)RowOutcome.NotDone],
                Unknown = _outcomes[(int)RowOutcome.Unknown],
                Valid = _valid,
                Reasons = _reasons.ToArray(),
                Elapsed = elapsed,
                RowsPerSecond = elapsed > TimeSpan.Zero ? Math.Round(_outcomes[(int)RowOutcome.Done] / elapsed.TotalSeconds, 1) : 0,
                JournalPath = journalPath,
            };
        }
    }
}
