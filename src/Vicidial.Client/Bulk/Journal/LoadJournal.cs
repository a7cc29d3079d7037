using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Files;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// The journal of a load: one JSON object a line, of what became of each row, so that the load can be taken up after any end.
/// </summary>
/// <remarks>
/// Before a row is sent, a line says so, with its number and its hash. Whatever was known of it until then, from that line on it
/// may have been done, until a line says what became of it: after a kill nothing has to be guessed.
/// </remarks>
public sealed class LoadJournal : IDisposable
{
    // A run that was just killed has its lock until the system has ended it.
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

    /// <summary>Which load it is of.</summary>
    public LoadStart Start { get; private set; }

    /// <summary>Whether it was there already, so that the load is taken up.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>What was mended when it was opened, in words, or null.</summary>
    public string? Repair { get; private set; }

    /// <summary>When something was last heard of the earlier runs.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The numbers of what the load has made so far, where it is taken up.</summary>
    public NumberSet Ids => _index.Ids;

    /// <summary>Whether a file has a first line, so that it is taken up and not begun.</summary>
    /// <param name="path">The file.</param>
    public static bool IsBegun(string path)
    {
        try
        {
            // Opening a pipe only to read it would wait for somebody to write into it.
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
            // Whoever opens it to write says what is wrong with it.
            return false;
        }
    }

    /// <summary>Opens the journal of a load, or begins it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">What the load is.</param>
    /// <param name="now">The time now.</param>
    /// <exception cref="DialerException">It belongs to another load, is in use, damaged, or cannot be written.</exception>
    public static LoadJournal Open(string path, LoadStart start, Func<DateTimeOffset> now)
    {
        FileStream? file = null;
        FileLock? sole = null;
        try
        {
            // One writer: two runs at once would send what the other sends.
            file = OwnerOnlyFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1);
            if (!file.CanSeek)
            {
                throw JournalReader.NotAJournal(path);
            }

            // A journal with two names is one journal.
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

    /// <summary>What earlier runs know of a row.</summary>
    /// <returns>None for a row that was surely not sent; Unknown for one that may have been.</returns>
    /// <exception cref="DialerException">The journal has another row in its place.</exception>
    public RowOutcome Find(LoadRow row)
    {
        RowOutcome known = _index.Find(row.Number);
        if (known == RowOutcome.None || _index.IsSame(row))
        {
            return known;
        }

        // What could not be sent then may be sent today, and says nothing of which row it was.
        if (known == RowOutcome.Refused && (row.Hash == 0 || _index.IsSame(new LoadRow(row.Number, row.Key, 0))))
        {
            return RowOutcome.None;
        }

        throw OfAnotherLoad($"row {row.Number} ({row.Key}) or the parameters differ from the first run");
    }

    /// <summary>How many rows had an outcome when the journal was opened.</summary>
    public long CountOf(RowOutcome outcome) => _index.Counts[(int)outcome];

    /// <summary>Writes that a row is about to be sent.</summary>
    /// <returns>What to wait for before it is.</returns>
    public long Reserve(LoadRow row) => _writer.AddSending(row);

    /// <summary>Writes what became of a row.</summary>
    /// <returns>What to wait for where that must be safe first.</returns>
    public long Append(JournalEntry entry)
    {
        if (IsResumed && entry.Outcome == RowOutcome.Done && long.TryParse(entry.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            Ids.Add(id);
        }

        entry.At = _now();
        return _writer.Add(entry, static (one, line) => one.Write(line));
    }

    /// <summary>Waits until a line is safe on the disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitDurable(long sequence) => _writer.Wait(sequence);

    /// <summary>Waits until a line is safe on the disk, without a thread.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public Task WaitDurableAsync(long sequence) => _writer.WaitAsync(sequence);

    /// <summary>Writes that a run has read the whole input.</summary>
    /// <param name="rows">How many rows that has.</param>
    /// <exception cref="DialerException">The journal knows more rows, or cannot be written.</exception>
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
        // A run that did nothing changes nothing of what the one before has said.
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
        // Before it is mended: mending is no word of the earlier runs.
        DateTimeOffset written = File.GetLastWriteTimeUtc(_path);
        long end = file.Length == 0 ? 0 : Read(file);
        file.Position = end;
        if (end == 0)
        {
            // New, or not even the first line was whole: nothing can have been sent.
            Start.At = _now();
            WaitDurable(_writer.Add(Start, static (start, line) => start.Write(line)));
            if (file.Length == 0)
            {
                // A device such as /dev/null keeps nothing of what is written to it.
                throw JournalReader.NotAJournal(_path);
            }

            return;
        }

        IsResumed = true;

        // A run that was killed has no last line, and nobody knows how long ago it sent what it wrote no word of.
        LastTime = !_index.HasEnded || Repair is not null ? _now() : written > _index.LastTime ? written : _index.LastTime;
    }

    /// <summary>Reads what earlier runs have written, and takes off what a stop has cut.</summary>
    /// <returns>Where the last whole line ends.</returns>
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
