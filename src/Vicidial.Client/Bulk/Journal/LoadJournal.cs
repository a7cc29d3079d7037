using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// The journal of a load: one JSON object a line, of what became of each row, so that the load can be taken up after any end.
/// Lines are written to the disk in groups by a thread of their own; whoever must not go on before a line is safe waits for it.
/// </summary>
/// <remarks>
/// Before rows are sent, a line reserves a block of them. After a kill, the rows of the block without an outcome are those that
/// may have been sent: nothing has to be written for each row before it goes out.
/// </remarks>
public sealed class LoadJournal : IDisposable
{
    private const int Block = 256;
    private readonly object _gate = new();
    private readonly FileStream _file;
    private readonly FileStream? _sole;
    private readonly string _path;
    private readonly Func<DateTimeOffset> _now;
    private readonly JournalIndex _index = new();
    private StringBuilder _pending = new();
    private StringBuilder _spare = new();
    private long _appended;
    private long _durable;
    private long _inherited;
    private long _planned;
    private long _plannedFrom;
    private long _plannedBy;
    private long _last;
    private bool _isWriting;
    private DialerException? _failure;

    private LoadJournal(FileStream file, FileStream? sole, string path, LoadStart start, Func<DateTimeOffset> now)
    {
        _file = file;
        _sole = sole;
        _path = path;
        _now = now;
        Start = start;
    }

    /// <summary>Which load it is of.</summary>
    public LoadStart Start { get; private set; }

    /// <summary>Whether it was there already, so that the load is taken up.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>What was mended when it was opened, in words, or null.</summary>
    public string? Repair { get; private set; }

    /// <summary>When something was last heard of the earlier runs.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The numbers of what the load has made so far, where earlier runs left rows of which nobody knows; otherwise of those runs only.</summary>
    public NumberSet Ids => _index.Ids;

    /// <summary>Whether a file has a first line, so that it is taken up and not begun.</summary>
    /// <param name="path">The file.</param>
    public static bool IsBegun(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
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
        FileStream? sole = null;
        try
        {
            // One writer: two runs at once would send what the other sends.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1);
            sole = KeepOthersOut(path);
            var journal = new LoadJournal(file, sole, path, start, now);
            journal.Begin();
            return journal;
        }
        catch (Exception problem)
        {
            file?.Dispose();
            sole?.Dispose();
            if (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw NotWritable(path, problem);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            while (_isWriting)
            {
                Monitor.Wait(_gate);
            }

            _failure ??= new DialerException("JournalNotWritable", DialerErrorKind.Storage, $"{_path} is closed.");
            _file.Dispose();
            _sole?.Dispose();
        }
    }

    /// <summary>What earlier runs know of a row.</summary>
    /// <returns>None for a row that was surely not sent; Unknown for one that may have been.</returns>
    /// <exception cref="DialerException">The journal has another row in its place.</exception>
    public RowOutcome Find(LoadRow row)
    {
        RowOutcome known = _index.Find(row.Number);
        if (known == RowOutcome.None)
        {
            return row.Number <= _inherited && row.Hash != 0 ? RowOutcome.Unknown : RowOutcome.None;
        }

        // What could not be sent then may be sent today, and says nothing of which row it was.
        bool isSame = known == RowOutcome.Refused && (row.Hash == 0 || _index.IsSame(new LoadRow(row.Number, row.Key, 0))) ? true : _index.IsSame(row);
        if (!isSame)
        {
            throw new DialerException("JournalOfAnotherLoad", DialerErrorKind.InvalidArgument,
                $"{_path} is the journal of another load: row {row.Number} ({row.Key}) is not the row that it knows by this number, or other parameters are given.");
        }

        return known == RowOutcome.Refused && !_index.IsSame(row) ? RowOutcome.None : known;
    }

    /// <summary>How many rows had an outcome when the journal was opened.</summary>
    public long CountOf(RowOutcome outcome) => _index.Counts[(int)outcome];

    /// <summary>Waits until the disk says that a row may be sent. Rows are reserved in the order of their numbers.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void Reserve(long number)
    {
        long wanted = 0;
        lock (_gate)
        {
            _last = Math.Max(_last, number);
            if (number > _planned)
            {
                Plan(number);
            }

            if (number > _plannedFrom)
            {
                wanted = _plannedBy;
            }

            if (number > _planned - (Block / 2))
            {
                // In good time, so that nobody waits for the disk when the block is used up.
                Plan(number + (Block / 2));
            }
        }

        WaitDurable(wanted);
    }

    /// <summary>Writes what became of a row.</summary>
    /// <returns>What to wait for where that must be safe first.</returns>
    public long Append(JournalEntry entry)
    {
        if (entry.Outcome == RowOutcome.Done && long.TryParse(entry.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && _inherited > 0)
        {
            Ids.Add(id);
        }

        lock (_gate)
        {
            entry.At = _now();
            entry.Write(new JsonLine(_pending));
            return Added();
        }
    }

    /// <summary>Waits until a line is safe on the disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitDurable(long sequence)
    {
        if (Interlocked.Read(ref _durable) >= sequence)
        {
            return;
        }

        lock (_gate)
        {
            while (_durable < sequence && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (_durable < sequence)
            {
                throw _failure!;
            }
        }
    }

    /// <summary>Writes that a run has ended.</summary>
    /// <param name="rows">How many rows the whole input has; null where it was not read to its end.</param>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void End(long? rows)
    {
        long sequence;
        lock (_gate)
        {
            JsonLine line = new JsonLine(_pending).Add(JournalText.EndName, rows is null ? "stopped" : "complete");
            if (rows is { } all)
            {
                line.Add(JournalText.RowsName, all);
            }

            line.Add(JournalText.ReservedName, Math.Max(_inherited, _last)).Add(JournalText.TimeName, _now()).End();
            sequence = Added();
        }

        WaitDurable(sequence);
    }

    /// <summary>Where a file that others may read can have several writers, a second file has one owner; it goes with the run.</summary>
    private static FileStream? KeepOthersOut(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return null;
        }

        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new IOException($"another run uses it, or {path}.lock cannot be made.", problem);
        }
    }

    private static DialerException NotWritable(string path, Exception problem)
        => new("JournalNotWritable", DialerErrorKind.Storage, $"{path} cannot be written: {problem.Message}");

    private void Begin()
    {
        if (_file.Length == 0)
        {
            Start.At = _now();
            Start.Write(new JsonLine(_pending));
            lock (_gate)
            {
                WaitFor(Added());
            }

            return;
        }

        // Before it is mended: mending is no word of the earlier runs.
        DateTimeOffset written = File.GetLastWriteTimeUtc(_path);
        var reader = new JournalReader(_file, _path);
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

        if (reader.End < _file.Length)
        {
            Repair = $"The last {_file.Length - reader.End} bytes of {_path} were cut short by a stop and are taken off.";
            _file.SetLength(reader.End);
        }

        if (reader.End == 0)
        {
            // Not even the first line was whole: nothing can have been sent.
            _file.Position = 0;
            Begin();
            return;
        }

        _file.Position = reader.End;
        IsResumed = true;
        _inherited = _planned = _plannedFrom = _index.Reserved;

        // A run that was killed has no last line, and nobody knows how long ago it sent what it wrote no word of.
        LastTime = !_index.HasEnded || Repair is not null ? _now() : written > _index.LastTime ? written : _index.LastTime;
    }

    private void WaitFor(long sequence)
    {
        while (_durable < sequence && _failure is null)
        {
            Monitor.Wait(_gate);
        }

        if (_failure is { } failure)
        {
            throw failure;
        }
    }

    private void Plan(long number)
    {
        // Rows are left out, so a block may be longer than its name says: all behind the one before wait for this line.
        _plannedFrom = _planned;
        _planned = number + Block - 1;
        new JsonLine(_pending).Add(JournalText.ReservedName, _planned).End();
        _plannedBy = Added();
    }

    /// <summary>A line stands in the buffer: somebody has to write it.</summary>
    private long Added()
    {
        _appended++;
        if (!_isWriting && _failure is null)
        {
            _isWriting = true;
            ThreadPool.UnsafeQueueUserWorkItem(static journal => ((LoadJournal)journal!).Write(), this);
        }

        return _appended;
    }

    private void Write()
    {
        while (true)
        {
            StringBuilder text;
            long until;
            lock (_gate)
            {
                if (_pending.Length == 0 || _failure is not null)
                {
                    _isWriting = false;
                    Monitor.PulseAll(_gate);
                    return;
                }

                text = _pending;
                _pending = _spare;
                until = _appended;
            }

            DialerException? failure = null;
            try
            {
                byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
                _file.Write(bytes, 0, bytes.Length);
                _file.Flush(flushToDisk: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                failure = NotWritable(_path, problem);
            }

            text.Clear();
            lock (_gate)
            {
                _spare = text;
                _failure = failure;
                Interlocked.Exchange(ref _durable, failure is null ? until : _durable);
                Monitor.PulseAll(_gate);
            }
        }
    }
}
