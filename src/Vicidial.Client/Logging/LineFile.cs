using System.Security;
using System.Text;
using Vicidial.Client.Files;

namespace Vicidial.Client.Logging;

/// <summary>
/// A file of lines. It is opened again after an error, and started over when it is too large: older files are named .1, .2, and so on. It has one
/// writer at a time, and is created again if another program removed it.
/// </summary>
internal sealed class LineFile : IDisposable
{
    private const int LongestFirstLine = 64 * 1024;
    private readonly long? _maximumBytes;
    private readonly int _fileCount;
    private readonly Func<string> _head;
    private readonly Func<string, bool> _isOwn;
    private FileLock? _lock;
    private FileStream? _stream;

    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The size at which a new file is started, or null.</param>
    /// <param name="fileCount">How many files are kept.</param>
    /// <param name="head">Gives the line that each file begins with; empty for none.</param>
    /// <param name="isOwn">Whether the first line of a file is one that this kind of file begins with.</param>
    public LineFile(string path, long? maximumBytes, int fileCount, Func<string> head, Func<string, bool> isOwn)
    {
        _isOwn = isOwn;
        _head = head;
        Path = System.IO.Path.GetFullPath(path);
        _maximumBytes = maximumBytes;
        _fileCount = fileCount;
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // All lines were flushed before, or are lost.
        }

        _stream = null;
        _lock?.Dispose();
        _lock = null;
    }

    /// <returns>The problem, or null.</returns>
    public string? TryOpen()
    {
        string? problem = Try(() => _stream ??= OpenStream());
        if (problem is not null)
        {
            Dispose();
        }

        return problem;
    }

    /// <summary>Whether a file with other content exists, which would not be overwritten.</summary>
    /// <returns>The problem, or null.</returns>
    public string? FindForeign()
    {
        string? found = null;
        try
        {
            found = FindForeign(Path);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException or ArgumentException)
        {
            // The first line that is written reports the problem.
        }

        return found;
    }

    /// <summary>Writes a line and passes it to the operating system, so that it is kept if this process ends.</summary>
    /// <returns>The problem, or null.</returns>
    public string? TryWrite(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        string? problem = Try(() =>
        {
            CloseIfTaken();
            _stream ??= OpenStream();
            if (_maximumBytes is { } most && _stream.Length > 0 && _stream.Length + bytes.Length > most)
            {
                Rotate();
            }

            // A program that copies and empties the file (such as logrotate) leaves the position after the end.
            _stream!.Seek(0, SeekOrigin.End);
            _stream.Write(bytes, 0, bytes.Length);
            _stream.Flush();
        });
        if (problem is not null)
        {
            Dispose();
        }

        return problem;
    }

    private static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException or ArgumentException)
        {
            return failure.Message;
        }
    }

    /// <summary>Takes the lock of a file; null if none is needed or none can be made.</summary>
    /// <exception cref="IOException">Another writer has it, or something else is in its place.</exception>
    private static FileLock? TakeLock(string path)
    {
        string name = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "." + System.IO.Path.GetFileName(path) + ".lock");
        try
        {
            return FileLock.Take(name, TimeSpan.Zero);
        }
        catch (IOException held) when (held is not FileLock.ForeignFileException && File.Exists(name))
        {
            throw new IOException("Another session or process is writing to it.", held);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or (IOException and not FileLock.ForeignFileException))
        {
            // A file can be writable even if no file can be created in its folder.
            return null;
        }
    }

    private FileStream OpenStream()
    {
        _lock ??= TakeLock(Path);

        // No buffer: one line is one write.
        FileStream stream = OwnerOnlyFile.Open(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1);
        try
        {
            if (FindForeign(stream) is { } problem)
            {
                throw new IOException(problem);
            }

            // The next line must not be appended to a line that a full disk has cut off.
            if (stream.Length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                if (stream.ReadByte() != '\n')
                {
                    stream.WriteByte((byte)'\n');
                }
            }
            else
            {
                byte[] head = Encoding.UTF8.GetBytes(_head());
                stream.Write(head, 0, head.Length);
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private string? FindForeign(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        return FindForeign(stream);
    }

    /// <summary>A file of another program is not appended to, and is not deleted to make room.</summary>
    private string? FindForeign(FileStream stream)
    {
        if (!stream.CanSeek || stream.Length == 0)
        {
            return null;
        }

        var begin = new byte[LongestFirstLine];
        stream.Seek(0, SeekOrigin.Begin);
        int length = 0;
        int read;
        while (length < begin.Length && (read = stream.Read(begin, length, begin.Length - length)) > 0)
        {
            length += read;
        }

        string text = Encoding.UTF8.GetString(begin, 0, length);
        int end = text.IndexOf('\n');
        return _isOwn(end < 0 ? text : text.Substring(0, end).TrimEnd('\r'))
            ? null
            : $"{stream.Name} has other content and was not changed. Use a new file.";
    }

    /// <summary>If a file is deleted or renamed, its open handle would continue to write where no one looks.</summary>
    private void CloseIfTaken()
    {
        if (_stream is not null && (new FileInfo(Path) is not { Exists: true } there || there.Length != _stream.Length))
        {
            _stream.Dispose();
            _stream = null;
        }
    }

    private void Rotate()
    {
        _stream!.Dispose();
        _stream = null;
        for (int i = _fileCount - 1; i > 0; i--)
        {
            string older = NameOf(i);
            string newer = i == 1 ? Path : NameOf(i - 1);
            if (File.Exists(newer))
            {
                if (FindForeign(older) is { } problem)
                {
                    throw new IOException(problem);
                }

                File.Delete(older);
                File.Move(newer, older);
            }
        }

        if (_fileCount <= 1)
        {
            File.Delete(Path);
        }

        _stream = OpenStream();
    }

    private string NameOf(int number) => Path + "." + number.ToString(CultureInfo.InvariantCulture);
}
