using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Vicidial.Client.Files;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// Keeps other runs off a journal on systems other than Windows, where a file that others may read can have several writers:
/// a second file has one owner. It is deleted when the run ends, and one that a kill leaves behind locks nobody out.
/// </summary>
/// <remarks>
/// Whoever may write to the folder can put anything in the place of that file. So a link is never followed, and a file that does
/// not begin with the mark of a lock is neither changed nor deleted.
/// </remarks>
internal sealed class JournalLock : IDisposable
{
    // A run that was just killed has its lock until the system has put it away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("VicidialPS lock\n");

    // .NET Standard 2.0 has no API for links; the runtimes outside of Windows have one.
    private static readonly MethodInfo? ResolveLink = typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);
    private readonly FileStream _file;
    private readonly string _path;
    private readonly bool _isOurs;

    private JournalLock(FileStream file, string path, bool isOurs)
    {
        _file = file;
        _path = path;
        _isOurs = isOurs;
    }

    /// <summary>Takes the lock of a journal that exists.</summary>
    /// <returns>Null on Windows, which keeps other writers off without one.</returns>
    /// <exception cref="IOException">Another run has it, or something else is in its place.</exception>
    public static JournalLock? Take(string journal)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return null;
        }

        // A journal with two names is one journal.
        string path = ((ResolveLink?.Invoke(null, [journal, true]) as FileSystemInfo)?.FullName ?? journal) + ".lock";
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
                    return new JournalLock(file, path, isOurs);
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

            if (waiting.Elapsed > Patience)
            {
                throw new IOException($"another run uses it, or {path} cannot be created.", problem);
            }

            Thread.Sleep(Pause);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Deleted while it is locked, so that it is never the lock of another run.
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

    /// <summary>Creates the file elsewhere and moves it, so that no other run ever finds one that is not locked or has no mark.</summary>
    private static FileStream Create(string path)
    {
        string first = path + "." + Guid.NewGuid().ToString("N");
        FileStream file = OwnerOnlyFile.Open(first, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
        try
        {
            file.Write(Mark, 0, Mark.Length);

            // Fails if something is there by now, a link included.
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
    /// Whether a locked file is the one that other runs find by its path: its owner may have deleted it after it was opened here, and
    /// the file there now may be a third run's. So each run gives its file a length of its own.
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
            throw new ForeignFileException($"{path} exists and is not a lock file of this module. Move it, or use another journal.");
        }

        // An empty file has nothing to lose. It serves as a lock as it is, and stays.
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
            throw new ForeignFileException($"{path} is a link. A journal's lock file must not be one.");
        }
    }

    /// <summary>Something that no run of this module has made is in the place of the lock.</summary>
    private sealed class ForeignFileException(string message) : IOException(message);
}
