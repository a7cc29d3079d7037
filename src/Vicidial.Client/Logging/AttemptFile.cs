using System.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>
/// A file that gets one JSON line for every attempt of the connections that it is added to. It never blocks a request: a line that cannot be written
/// is counted, reported once, and left out. Thread-safe.
/// </summary>
public abstract class AttemptFile : IAttemptListener, IDisposable
{
    private readonly object _gate = new();
    private readonly StringBuilder _line = new();
    private readonly LineFile _file;
    private readonly Action<string> _tell;
    private long _lines;
    private long _lost;
    private bool _wasTold;
    private int _users = 1;
    private bool _isClosed;

    private protected AttemptFile(string path, long? maximumBytes, int fileCount, Action<string> tell)
    {
        _file = new LineFile(path, maximumBytes, fileCount, MakeHead, IsOwn);
        _tell = tell;
    }

    /// <summary>The file, with its whole path.</summary>
    public string Path => _file.Path;

    /// <summary>How many requests are in it.</summary>
    public long Lines => Interlocked.Read(ref _lines);

    /// <summary>How many requests could not be written.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Whether nothing is written any more.</summary>
    public bool IsClosed => Volatile.Read(ref _isClosed);

    /// <inheritdoc/>
    public abstract bool WantsResponse { get; }

    /// <summary>What messages call the file.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Opens the file now and not at the first request.</summary>
    /// <returns>Why it cannot be opened, or null.</returns>
    public string? Open()
    {
        lock (_gate)
        {
            return _file.TryOpen();
        }
    }

    /// <summary>Whether the file has content that this module did not write. It would not be written to.</summary>
    /// <returns>Why it cannot be used, or null.</returns>
    public string? FindForeign() => _file.FindForeign();

    /// <summary>Adds another connection that uses the file.</summary>
    /// <returns>Whether it was added: a closed file does not accept connections.</returns>
    public bool Join()
    {
        lock (_gate)
        {
            _users += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    /// <summary>Removes a connection. The last one closes the file.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_users > 0)
            {
                return;
            }
        }

        Dispose();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Volatile.Write(ref _isClosed, true);
            _file.Dispose();
            End();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <inheritdoc/>
    public void Take(AttemptRecord attempt)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            string? problem;
            try
            {
                Write(new JsonLine(_line.Clear()), attempt);
                problem = _file.TryWrite(_line.ToString());
            }
#pragma warning disable CA1031 // Whatever is wrong with a file that only watches, the request is worth more.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                problem = failure.Message;
            }

            if (problem is null)
            {
                _lines++;
                return;
            }

            _lost++;
            if (!_wasTold)
            {
                _wasTold = true;
                _tell($"Cannot write to the {Kind} {Path}: {problem} Requests continue, but those that cannot be written are missing from it.");
            }
        }
    }

    /// <inheritdoc/>
    public void Repeat(AttemptRecord attempt, TimeSpan wait)
    {
        // Each attempt has its own line. The times of two lines show how long the module waited between them.
    }

    /// <summary>Whether such a file can begin with this line. A full disk can have cut it off.</summary>
    private protected abstract bool IsOwn(string line);

    /// <summary>The file was closed.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Writes the line that each file begins with, or returns null if there is none.</summary>
    private protected virtual JsonLine? Head(JsonLine line) => null;

    private protected abstract void Write(JsonLine line, AttemptRecord record);

    /// <summary>Whether a line is the start of a line that a full disk has cut off.</summary>
    private protected static bool IsCutBegin(string line, string begin) =>
        !line.EndsWith("}", StringComparison.Ordinal)
        && (line.StartsWith(begin, StringComparison.Ordinal) || (line.Length > 0 && begin.StartsWith(line, StringComparison.Ordinal)));

    private string MakeHead()
    {
        var text = new StringBuilder();
        if (Head(new JsonLine(text)) is not { } head)
        {
            return string.Empty;
        }

        head.End();
        return text.ToString();
    }
}
