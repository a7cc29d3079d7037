using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Vicidial.Client.Files;

/// <summary>
/// Keeps other writers away from a file on Linux and macOS, where a file that others may read can have several writers. A second file is
/// the lock, and it has one owner. It is deleted when the lock is disposed. A lock file that a killed process leaves behind does not block others.
/// </summary>
/// <remarks>
/// Anyone who may write to the folder can put anything in the place of the lock file. So a link is never followed, and a file that does
/// not begin with the mark of a lock is neither changed nor deleted.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    // The owner of a lock file may delete it after it was opened here. Then the lock is tried again, even if the caller does not want to wait.
    private static readonly TimeSpan LongestRace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("VicidialPS lock\n");

    private readonly FileStream _file;
    private readonly string _path;
    private readonly bool _isOurs;

    private FileLock(FileStream file, string path, bool isOurs)
    {
        _file = file;
        _path = path;
        _isOurs = isOurs;
    }

    /// <summary>Takes a lock.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="patience">How long to wait for another owner. A killed process keeps its lock until the operating system has ended it.</param>
    /// <returns>Null on Windows, which keeps other writers away without a lock file.</returns>
    /// <exception cref="IOException">There is another owner, or something else is in the place of the lock file.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be created.</exception>
    public static FileLock? Take(string path, TimeSpan patience)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return null;
        }

        var waiting = Stopwatch.StartNew();
        while (true)
        {
            IOException? problem = null;
            FileStream? file = null;
            try
            {
                file = Open(path);
                if (IsAlone(file, path, out bool isOurs))
                {
                    return new FileLock(file, path, isOurs);
                }

                file.Dispose();
            }
            catch (ForeignFileException)
            {
                file?.Dispose();
                throw;
            }
            catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException))
            {
                file?.Dispose();
                problem = failure;
            }

            if (waiting.Elapsed >= (problem is null ? LongestRace : patience))
            {
                throw new IOException($"another run uses it, or {path} cannot be created.", problem);
            }

            Thread.Sleep(Pause);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Deleted while it is locked, so that it is never the lock of another owner.
        if (_isOurs && !FileLink.IsAt(_path))
        {
            File.Delete(_path);
        }

        _file.Dispose();
    }

    private static FileStream Open(string path)
    {
        RequireNoLink(path);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1) : Create(path);
    }

    /// <summary>Creates the file elsewhere and moves it, so that other processes never find an unlocked file or one without its mark.</summary>
    private static FileStream Create(string path)
    {
        string first = path + "." + Guid.NewGuid().ToString("N");
        FileStream file = OwnerOnlyFile.Open(first, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
        try
        {
            file.Write(Mark, 0, Mark.Length);

            // Fails if something now has that name, even a link.
            File.Move(first, path);
            return file;
        }
        catch
        {
            File.Delete(first);
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether a locked file is the one that others find by its path: its owner may have deleted it after it was opened here, and the file there now
    /// may belong to a third process. So each owner gives its file a random length.
    /// </summary>
    private static bool IsAlone(FileStream file, string path, out bool isOurs)
    {
        isOurs = HasMark(file);
        if (isOurs)
        {
            file.SetLength(Mark.Length + 1 + (Guid.NewGuid().GetHashCode() & 0xFFFF));
        }
        else if (!file.CanSeek || file.Length > 0)
        {
            throw new ForeignFileException($"{path} exists and is not a lock file of this module. Move it, or use another file.");
        }

        // An empty file has nothing to lose, so it serves as the lock and is not deleted.
        RequireNoLink(path);
        var found = new FileInfo(path);
        return found.Exists && found.Length == file.Length;
    }

    private static bool HasMark(FileStream file)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        var begin = new byte[Mark.Length];
        file.Position = 0;
        return file.Read(begin, 0, begin.Length) == Mark.Length && begin.SequenceEqual(Mark);
    }

    private static void RequireNoLink(string path)
    {
        if (FileLink.IsAt(path))
        {
            throw new ForeignFileException($"{path} is a link. A lock file must not be one.");
        }
    }

    /// <summary>Something that this module has not created is in place of the lock.</summary>
    internal sealed class ForeignFileException(string message) : IOException(message);
}
