using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Files;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Events;

/// <summary>
/// Stores events on the disk between their arrival and their consumption. A folder has files of JSON lines that are only appended to, and a file with
/// the position up to which they are consumed. Lines that arrive while one group is flushed form the next group. The events are not held in memory.
/// </summary>
public sealed class EventSpool : IDisposable
{
    private const string LockName = "spool.lock";
    private const string TakenName = "taken.txt";
    private const string Prefix = "events-";
    private const string Suffix = ".jsonl";
    private const long SegmentBytes = 8 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly string _folder;
    private readonly long _limit;
    private readonly FileStream _lock;
    private readonly FileStream _taken;
    private readonly SpoolReader _reader;
    private FileStream _file;
    private long _segment;
    private long _durable;
    private long _waiting;
    private StringBuilder _pending = new();
    private StringBuilder _spare = new();
    private TaskCompletionSource<bool> _group = NewSignal();
    private TaskCompletionSource<bool> _more = NewSignal();
    private EventSpoolPosition _position;
    private bool _isWriting;
    private bool _isClosed;

    private EventSpool(string folder, long limit, FileStream locked)
    {
        _folder = folder;
        _limit = limit;
        _lock = locked;
        _taken = OpenFile(Path.Combine(folder, TakenName), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        long[] segments = Segments();
        _position = ReadPosition(segments);
        _segment = segments.Length == 0 ? _position.Segment : segments[segments.Length - 1];
        _file = OpenSegment(_segment);
        CutTornLine();
        _waiting = segments.Where(number => number >= _position.Segment).Sum(number => new FileInfo(PathOf(number)).Length) - _position.Offset;
        _reader = new SpoolReader(_position);

        // Reserves its space on the disk now, so that events can be consumed, which frees space, even if the disk is full.
        WritePosition();
    }

    /// <summary>The bytes of events that are not consumed.</summary>
    public long WaitingBytes => Interlocked.Read(ref _waiting);

    /// <summary>Opens a spool, with what an earlier run left in it.</summary>
    /// <param name="folder">The folder, which is created if it does not exist.</param>
    /// <param name="limit">How many bytes may wait.</param>
    /// <returns>The spool.</returns>
    /// <exception cref="DialerException">Another receiver uses it, or it cannot be written.</exception>
    public static EventSpool Open(string folder, long limit)
    {
        FileStream? locked = null;
        try
        {
            OwnerOnlyFile.CreateFolder(folder);
            locked = Lock(folder);
            return new EventSpool(folder, limit, locked);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            locked?.Dispose();
            throw NotWritable(folder, problem);
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

            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            _reader.Dispose();
            _file.Dispose();
            _taken.Dispose();
            _lock.Dispose();
            _more.TrySetResult(true);
        }
    }

    /// <summary>Appends a request. The task ends when it is safe on the disk.</summary>
    /// <exception cref="DialerException">The spool is full or cannot be written; the event is not in it.</exception>
    internal Task AppendAsync(EventRequest request, bool isDuplicate)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new DialerException("SpoolClosed", DialerErrorKind.State, $"The spool {_folder} is closed.");
            }

            if (_waiting + _pending.Length > _limit)
            {
                throw new DialerException(
                    "SpoolFull",
                    DialerErrorKind.Limit,
                    $"The spool {_folder} is full: it holds {_waiting / 1024 / 1024} MB of events that are not yet read.");
            }

            new JsonLine(_pending).Add("at", request.ReceivedAt).Add("from", request.SourceAddress).Add("duplicate", isDuplicate)
                .Add("correction", request.CorrectionNumber).Add("target", request.Target).Add("body", request.Body).End();
            Task written = _group.Task;
            if (!_isWriting)
            {
                _isWriting = true;
                ThreadPool.UnsafeQueueUserWorkItem(static spool => ((EventSpool)spool!).Write(), this);
            }

            return written;
        }
    }

    /// <summary>Reads the next event that has not been read, and waits for one if there is none.</summary>
    /// <returns>The event, or null if the spool is closed.</returns>
    internal async Task<SpooledEvent?> ReadAsync(CancellationToken token)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_isClosed)
                {
                    return null;
                }

                if (ReadLine() is { } next)
                {
                    return next;
                }

                more = _more.Task;
            }

            TaskCompletionSource<bool> canceled = NewSignal();
            using (token.Register(() => canceled.TrySetResult(true)))
            {
                await Task.WhenAny(more, canceled.Task).ConfigureAwait(false);
            }

            token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Marks all events up to a position as consumed. They will not be returned again.</summary>
    internal void Take(EventSpoolPosition end)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            long former = _position.Segment;
            _waiting -= end.Segment == former ? end.Offset - _position.Offset : SizeOfSegments(former, end.Segment) - _position.Offset + end.Offset;
            _position = end;
            try
            {
                WritePosition();
                for (long segment = former; segment < end.Segment; segment++)
                {
                    File.Delete(PathOf(segment));
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw NotWritable(_folder, problem);
            }
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static DialerException NotWritable(string folder, Exception problem)
        => new("SpoolNotWritable", DialerErrorKind.Storage, $"Cannot write to the spool {folder}: {problem.Message}", problem);

    private static FileStream Lock(string folder)
    {
        string path = Path.Combine(folder, LockName);
        try
        {
            return OpenFile(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DialerException(
                "SpoolInUse", DialerErrorKind.Conflict, $"Another receiver uses the spool {folder}, or {path} cannot be created.", problem);
        }
    }

    private static FileStream OpenFile(string path, FileMode mode, FileAccess access, FileShare share = FileShare.ReadWrite) =>
        OwnerOnlyFile.Open(path, mode, access, share, 1);

    private string PathOf(long segment) => Path.Combine(_folder, $"{Prefix}{segment.ToString("D10", CultureInfo.InvariantCulture)}{Suffix}");

    private FileStream OpenSegment(long segment)
    {
        FileStream file = OpenFile(PathOf(segment), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        file.Position = _durable = file.Length;
        return file;
    }

    private long[] Segments() => Directory.GetFiles(_folder, $"{Prefix}*{Suffix}")
        .Select(static path => Path.GetFileNameWithoutExtension(path).Substring(Prefix.Length))
        .Select(static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0)
        .Where(static number => number > 0)
        .OrderBy(static number => number)
        .ToArray();

    private EventSpoolPosition ReadPosition(long[] segments)
    {
        var bytes = new byte[64];
        int length = _taken.Read(bytes, 0, bytes.Length);
        string[] parts = Encoding.ASCII.GetString(bytes, 0, length).Split(' ', '\n');
        var start = new EventSpoolPosition(segments.Length == 0 ? 1 : segments[0], 0);
        if (parts.Length < 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long segment)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long offset))
        {
            return start;
        }

        // If a file is missing or shorter than the position, its events are consumed.
        bool isThere = segments.Contains(segment);
        if (!isThere)
        {
            return segments.Length == 0 ? new EventSpoolPosition(segment + 1, 0) : start;
        }

        return new EventSpoolPosition(segment, Math.Min(offset, new FileInfo(PathOf(segment)).Length));
    }

    /// <summary>A killed process can leave part of a line. Its sender got no confirmation, so it knows that the event is not stored.</summary>
    private void CutTornLine()
    {
        long end = _durable;
        var last = new byte[1];
        while (end > 0)
        {
            _file.Position = end - 1;
            if (_file.Read(last, 0, 1) == 1 && last[0] == (byte)'\n')
            {
                break;
            }

            end--;
        }

        _file.SetLength(end);
        _file.Position = _durable = end;
        if (_position.Segment == _segment && _position.Offset > end)
        {
            _position = new EventSpoolPosition(_segment, end);
        }
    }

    private void WritePosition()
    {
        byte[] text = Encoding.ASCII.GetBytes($"{_position.Segment:D19} {_position.Offset:D19}\n");
        _taken.Position = 0;
        _taken.Write(text, 0, text.Length);
        _taken.Flush();
    }

    private long SizeOfSegments(long from, long to)
    {
        long size = 0;
        for (long segment = from; segment < to; segment++)
        {
            var file = new FileInfo(PathOf(segment));
            size += file.Exists ? file.Length : 0;
        }

        return size;
    }

    private SpooledEvent? ReadLine()
    {
        while (true)
        {
            long end = _reader.Segment == _segment ? _durable : new FileInfo(PathOf(_reader.Segment)).Length;
            if (_reader.TryRead(PathOf(_reader.Segment), end) is { } line)
            {
                return Parse(line, _reader.Position);
            }

            if (_reader.Segment >= _segment)
            {
                return null;
            }

            _reader.GoTo(_reader.Segment + 1);
        }
    }

    private static SpooledEvent Parse(string line, EventSpoolPosition end)
    {
        Dictionary<string, string>? values = JsonLine.TryRead(line);
        if (values is null
            || !values.TryGetValue("target", out string? target)
            || !values.TryGetValue("body", out string? body)
            || !values.TryGetValue("from", out string? source)
            || !values.TryGetValue("at", out string? time)
            || !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
        {
            return new SpooledEvent { End = end };
        }

        return new SpooledEvent
        {
            Request = new EventRequest(target, body, source, at, ReadNumber(values, "correction")),
            IsDuplicate = values.TryGetValue("duplicate", out string? duplicate) && duplicate == "true",
            End = end,
        };
    }

    private static int ReadNumber(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;

    private void Write()
    {
        while (true)
        {
            StringBuilder text;
            TaskCompletionSource<bool> group;
            lock (_gate)
            {
                if (_pending.Length == 0)
                {
                    _isWriting = false;
                    Monitor.PulseAll(_gate);
                    return;
                }

                (text, _pending) = (_pending, _spare);
                (group, _group) = (_group, NewSignal());
            }

            DialerException? failure = Flush(text);
            text.Clear();
            TaskCompletionSource<bool> more;
            lock (_gate)
            {
                _spare = text;
                (more, _more) = (_more, NewSignal());
            }

            if (failure is null)
            {
                group.SetResult(true);
                more.SetResult(true);
            }
            else
            {
                group.SetException(failure);

                // Reads the exception, because an exception that no thread observes must not end the process.
                _ = group.Task.Exception;
                more.SetResult(true);
            }
        }
    }

    private DialerException? Flush(StringBuilder text, bool isLast = false)
    {
        long before = -1;
        try
        {
            if (_durable >= SegmentBytes)
            {
                StartSegment();
            }

            before = _durable;
            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            _file.Write(bytes, 0, bytes.Length);
            _file.Flush(flushToDisk: true);
            lock (_gate)
            {
                _durable += bytes.Length;
                _waiting += bytes.Length;
            }

            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (before >= 0)
            {
                CutBack(before);
            }

            if (!isLast && TryMakeRoom())
            {
                return Flush(text, isLast: true);
            }

            return NotWritable(_folder, problem);
        }
    }

    /// <summary>
    /// Starts a new file for new events, so that the space of the earlier files becomes free when their events are consumed. Returns whether it is
    /// free now.
    /// </summary>
    private bool TryMakeRoom()
    {
        try
        {
            if (_durable > 0 && _file.Length == _durable)
            {
                StartSegment();
            }

            lock (_gate)
            {
                long former = _position.Segment;
                if (_waiting > 0 || former == _segment)
                {
                    return false;
                }

                _position = new EventSpoolPosition(_segment, 0);
                _reader.GoTo(_segment);
                WritePosition();
                for (long segment = former; segment < _segment; segment++)
                {
                    File.Delete(PathOf(segment));
                }

                return true;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The disk cannot be written at all.
            return false;
        }
    }

    private void StartSegment()
    {
        FileStream next = OpenFile(PathOf(_segment + 1), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        lock (_gate)
        {
            _file.Dispose();
            _file = next;
            _segment++;
            _durable = 0;
        }
    }

    /// <summary>Removes what was written of a group that failed. None of its senders gets a confirmation.</summary>
    private void CutBack(long length)
    {
        try
        {
            _file.SetLength(length);
            _file.Position = length;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The next run removes an incomplete line. If a line is complete, the worst case is that its event is reported twice.
        }
    }
}
