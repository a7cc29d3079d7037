using Vicidial.Client.Errors;
using Vicidial.Client.Files;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>The journal of a load: JSON lines with the outcome of each row, so that the load can be resumed after any interruption.</summary>
/// <remarks>
/// Before a row is sent, a line with its number and hash is written. From that line on, the row may have been sent, until another line records its
/// outcome. So nothing has to be guessed after a run was killed.
/// </remarks>
public sealed class LoadJournal : IDisposable
{
    // A run that was just killed keeps its lock until the operating system has ended the process.
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(1);
    private readonly FileLock? _sole;
    private readonly string _path;
    private readonly Func<DateTimeOffset> _now;
    private readonly JournalIndex _index = new();
    private readonly JournalWriter _writer;

    private LoadJournal(FileStream file, FileLock? sole, string path, LoadStart start, Func<DateTimeOffset> now)
    {
        _sole = sole;
        _path = path;
        _now = now;
        Start = start;
        _writer = new JournalWriter(file, path);
        Begin(file);
    }

    /// <summary>The load that the journal belongs to.</summary>
    public LoadStart Start { get; private set; }

    /// <summary>Whether the journal existed, so that the load is resumed.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>How the journal was repaired when it was opened, or null.</summary>
    public string? Repair { get; private set; }

    /// <summary>The time up to which earlier runs may have sent rows.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The IDs that the load has created so far, if it is resumed.</summary>
    public NumberSet Ids => _index.Ids;

    /// <summary>Whether a file has a first line, so that the load is resumed and not started.</summary>
    /// <param name="path">The file.</param>
    public static bool IsBegun(string path)
    {
        try
        {
            // Opening a pipe for reading would wait until something writes to it.
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (!file.CanSeek || file.Length == 0)
            {
                return false;
            }

            int next;
            do
            {
                next = file.ReadByte();
            }
            while (next >= 0 && next != '\n');
            return next == '\n';
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The attempt to open it for writing reports the problem.
            return false;
        }
    }

    /// <summary>Opens the journal of a load, or begins it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">The description of the load.</param>
    /// <param name="now">The time now.</param>
    /// <param name="openFile">Opens the file, or creates it for its owner only; null for a file on the disk.</param>
    /// <exception cref="DialerException">It belongs to another load, is in use, damaged, or cannot be written.</exception>
    public static LoadJournal Open(string path, LoadStart start, Func<DateTimeOffset> now, Func<string, FileStream>? openFile = null)
    {
        FileStream? file = null;
        FileLock? sole = null;
        try
        {
            // Only one run may write, because two runs would send the same rows.
            file = openFile?.Invoke(path) ?? OwnerOnlyFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1);
            if (!file.CanSeek)
            {
                throw JournalReader.NotAJournal(path);
            }

            // Links are resolved, so that a journal with two names has one lock.
            sole = FileLock.Take(FileLink.Resolve(path) + ".lock", LockPatience);
            return new LoadJournal(file, sole, path, start, now);
        }
        catch (Exception problem)
        {
            file?.Dispose();
            sole?.Dispose();
            if (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw JournalWriter.NotWritable(path, problem);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _sole?.Dispose();
    }

    /// <summary>What earlier runs recorded about a row.</summary>
    /// <returns>None for a row that was certainly not sent; Unknown for one that may have been sent.</returns>
    /// <exception cref="DialerException">The journal has another row in its place.</exception>
    public RowOutcome Find(LoadRow row)
    {
        RowOutcome known = _index.Find(row.Number);
        if (known == RowOutcome.None || _index.IsSame(row))
        {
            return known;
        }

        // A row that could not be sent then may be valid now, and its entry does not identify the row.
        bool wasUnsent = known is RowOutcome.Refused or RowOutcome.NotDone && _index.IsSame(new LoadRow(row.Number, row.Key, 0));
        if (wasUnsent || (known == RowOutcome.Refused && row.Hash == 0))
        {
            return RowOutcome.None;
        }

        throw OfAnotherLoad($"row {row.Number} ({row.Key}) or the parameters differ from the first run");
    }

    /// <summary>How many rows had an outcome when the journal was opened.</summary>
    public long CountOf(RowOutcome outcome) => _index.Counts[(int)outcome];

    /// <summary>Writes that a row is about to be sent.</summary>
    /// <returns>The number to wait for before the row is sent.</returns>
    public long Reserve(LoadRow row) => _writer.AddSending(row);

    /// <summary>Writes the outcome of a row.</summary>
    /// <returns>The number to wait for, if the line must be safe before the caller continues.</returns>
    public long Append(JournalEntry entry)
    {
        if (IsResumed && entry.Outcome == RowOutcome.Done && long.TryParse(entry.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            Ids.Add(id);
        }

        entry.At = _now();
        return _writer.Add(entry, static (one, line) => one.Write(line));
    }

    /// <summary>Whether a line is safe on the disk, so that waiting for it takes no time.</summary>
    public bool IsDurable(long sequence) => _writer.IsWritten(sequence);

    /// <summary>Waits until a line is safe on the disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitDurable(long sequence) => _writer.Wait(sequence);

    /// <summary>Waits until a line is safe on the disk, without blocking a thread.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public Task WaitDurableAsync(long sequence) => _writer.WaitAsync(sequence);

    /// <summary>Writes that a run has read the whole input.</summary>
    /// <param name="rows">The number of rows in the input.</param>
    /// <exception cref="DialerException">The journal has more rows, or cannot be written.</exception>
    public void Complete(long rows)
    {
        if (rows < _index.LastRow)
        {
            throw OfAnotherLoad($"it has {_index.LastRow} rows, but the input has only {rows}");
        }

        End(rows);
    }

    /// <summary>Writes that a run has ended before it had read the whole input.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void Stop()
    {
        // A run that did nothing does not change what the previous run recorded.
        if (_writer.IsUsed)
        {
            End(null);
        }
    }

    private void End(long? rows)
    {
        DateTimeOffset now = _now();
        WaitDurable(_writer.Add(rows, (all, line) =>
        {
            line.Add(JournalText.EndName, all is null ? "stopped" : "complete");
            if (all is { } number)
            {
                line.Add(JournalText.RowsName, number);
            }

            line.Add(JournalText.TimeName, now).End();
        }));
    }

    private DialerException OfAnotherLoad(string difference)
        => new("JournalOfAnotherLoad", DialerErrorKind.InvalidArgument, $"{_path} is the journal of another load: {difference}.");

    private void Begin(FileStream file)
    {
        // Read before the repair, because the repair changes the file time.
        DateTimeOffset written = File.GetLastWriteTimeUtc(_path);
        long end = file.Length == 0 ? 0 : Read(file);
        file.Position = end;
        if (end == 0)
        {
            // The journal is new, or its first line is incomplete, so nothing can have been sent.
            Start.At = _now();
            WaitDurable(_writer.Add(Start, static (start, line) => start.Write(line)));
            if (file.Length == 0)
            {
                // A device such as /dev/null discards what is written to it.
                throw JournalReader.NotAJournal(_path);
            }

            return;
        }

        IsResumed = true;

        // A run that was killed left no last line, so it is unknown when it last sent a row.
        LastTime = !_index.HasEnded || Repair is not null ? _now() : written > _index.LastTime ? written : _index.LastTime;
    }

    /// <summary>Reads the entries of earlier runs, and removes an incomplete last line.</summary>
    /// <returns>The position after the last complete line.</returns>
    private long Read(FileStream file)
    {
        var reader = new JournalReader(file, _path);
        foreach (Dictionary<string, string> line in reader.ReadAll())
        {
            if (reader.LineNumber == 1)
            {
                LoadStart found = LoadStart.Read(line)!;
                Start.RequireSame(found, _path);
                Start = found;
            }

            if (!_index.Take(line))
            {
                throw reader.Damaged();
            }
        }

        if (reader.End < file.Length)
        {
            Repair = $"Removed the last {file.Length - reader.End} bytes of {_path}: they are an incomplete line from an interrupted run.";
            file.SetLength(reader.End);
        }

        return reader.End;
    }
}
