using System.Diagnostics;

namespace VicidialPS.Requests;

/// <summary>Shows the progress of a long run, a few times per second: a record for each row would take longer than the work.</summary>
internal sealed class RowProgress
{
    private readonly string _activity;
    private readonly long? _total;
    private readonly Action<ProgressRecord> _write;
    private readonly TimeSpan _after;
    private readonly TimeSpan _every;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shown;
    private long _done;
    private long _skipped;
    private long _failed;

    public RowProgress(string activity, long? total, Action<ProgressRecord> write, TimeSpan after, TimeSpan every)
    {
        _activity = activity;
        _total = total;
        _write = write;
        _after = after;
        _every = every;
    }

    /// <summary>Counts rows that this run has sent or rejected.</summary>
    public void Add(int rows, int failed)
    {
        _done += rows;
        _failed += failed;
        Show();
    }

    /// <summary>Counts a row that needs no work. It counts as done, but not for the rate.</summary>
    public void Skip()
    {
        _skipped++;
        Show();
    }

    private void Show()
    {
        TimeSpan now = _watch.Elapsed;
        if (now < _after || now - _shown < _every)
        {
            return;
        }

        _shown = now;
        double rate = _done / now.TotalSeconds;
        long done = _done + _skipped;
        var record = new ProgressRecord(
            0,
            _activity,
            string.Format(CultureInfo.CurrentCulture, "{0:N0} done, {1:N0} failed, {2:N0} per second", done, _failed, rate)
        );
        if (_total is { } total)
        {
            record.PercentComplete = (int)Math.Min(100, done * 100 / total);
            record.SecondsRemaining = rate > 0 ? (int)Math.Min(int.MaxValue, Math.Max(0, total - done) / rate) : -1;
        }

        _write(record);
    }

    /// <summary>Removes the progress display.</summary>
    public void Complete()
    {
        if (_shown > TimeSpan.Zero)
        {
            _write(new ProgressRecord(0, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
