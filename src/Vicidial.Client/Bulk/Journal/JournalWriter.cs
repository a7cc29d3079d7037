using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// Writes lines to the disk in groups, on a thread of its own. A group is written as soon as a caller waits for one of its lines, when it
/// is large, or after a short time. A caller that must not continue before a line is safe waits for its number.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    // A write to the disk takes as long for one line as for many.
    private const int LargeGroup = 64;
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(2);
    private readonly object _gate = new();
    private readonly FileStream _file;
    private readonly string _path;
    private JournalGroup _pending = new();
    private JournalGroup _spare = new();
    private Thread? _thread;
    private TaskCompletionSource<bool>? _written;
    private long _added;
    private long _durable;
    private long _wanted;
    private bool _isClosing;
    private DialerException? _failure;

    /// <summary>Writes at the file's position. The writer then owns the file.</summary>
    public JournalWriter(FileStream file, string path)
    {
        _file = file;
        _path = path;
    }

    /// <summary>Whether anything was added.</summary>
    public bool IsUsed => Interlocked.Read(ref _added) > 0;

    /// <summary>The error for a journal that cannot be written.</summary>
    public static DialerException NotWritable(string path, Exception problem)
        => new("JournalNotWritable", DialerErrorKind.Storage, $"Cannot write the journal {path}: {problem.Message}");

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.PulseAll(_gate);
        }

        _thread?.Join();
        lock (_gate)
        {
            _failure ??= new DialerException("JournalNotWritable", DialerErrorKind.Storage, $"The journal {_path} is closed.");
            _file.Dispose();
        }
    }

    /// <summary>Adds a line.</summary>
    /// <returns>The number to wait for, if the line must be safe before the caller continues.</returns>
    public long Add<T>(T content, Action<T, JsonLine> write)
    {
        lock (_gate)
        {
            write(content, _pending.Begin());
            return Added();
        }
    }

    /// <summary>Adds a row to the line of rows that are about to be sent. That line comes before the other lines of its group.</summary>
    /// <returns>The number to wait for before the row is sent.</returns>
    public long AddSending(LoadRow row)
    {
        lock (_gate)
        {
            _pending.Add(row);
            return Added();
        }
    }

    /// <summary>Whether a line is safe on the disk. Also true if the journal cannot be written, because waiting then reports it.</summary>
    public bool IsWritten(long number) => Interlocked.Read(ref _durable) >= number || Volatile.Read(ref _failure) is not null;

    /// <summary>Waits until a line is safe on the disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void Wait(long number)
    {
        if (Interlocked.Read(ref _durable) >= number)
        {
            return;
        }

        lock (_gate)
        {
            Want(number);
            while (!IsSafe(number))
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Waits until a line is safe on the disk, without blocking a thread.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public async Task WaitAsync(long number)
    {
        while (Interlocked.Read(ref _durable) < number)
        {
            Task written;
            lock (_gate)
            {
                if (IsSafe(number))
                {
                    return;
                }

                Want(number);
                written = (_written ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await written.ConfigureAwait(false);
        }
    }

    private bool IsSafe(long number) => _durable >= number || (_failure is null ? false : throw _failure);

    /// <summary>Ends the delay of the group that contains this line, because a caller waits for it.</summary>
    private void Want(long number)
    {
        if (number > _wanted)
        {
            _wanted = number;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A line was added, so the thread has to write.</summary>
    private long Added()
    {
        _added++;
        if (_thread is null)
        {
            _thread = new Thread(Write) { IsBackground = true, Name = "VicidialPS journal" };
            _thread.Start();
        }
        else if (_added - _durable is 1 or LargeGroup)
        {
            Monitor.PulseAll(_gate);
        }

        return _added;
    }

    private void Write()
    {
        while (TakeGroup(out JournalGroup group, out long until))
        {
            DialerException? failure = null;
            try
            {
                group.WriteTo(_file);
                _file.Flush(flushToDisk: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                failure = NotWritable(_path, problem);
            }

            TaskCompletionSource<bool>? written;
            lock (_gate)
            {
                _failure = failure;
                Interlocked.Exchange(ref _durable, failure is null ? until : _durable);
                written = _written;
                _written = null;
                Monitor.PulseAll(_gate);
            }

            written?.SetResult(true);
        }
    }

    /// <summary>Waits for lines, and collects more of them until a caller waits, the group is large, or the delay ends.</summary>
    /// <returns>False if no lines will be written any more.</returns>
    private bool TakeGroup(out JournalGroup group, out long until)
    {
        lock (_gate)
        {
            while (_durable == _added && !_isClosing)
            {
                Monitor.Wait(_gate);
            }

            if (!_isClosing && _wanted <= _durable && _added - _durable < LargeGroup)
            {
                Monitor.Wait(_gate, LongestHold);
            }

            group = _pending;
            until = _added;
            if (_durable == _added || _failure is not null)
            {
                return false;
            }

            (_pending, _spare) = (_spare, _pending);
            return true;
        }
    }
}
