using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// Keeps other runs off a journal where a file that others may read can have several writers, which is everywhere but on Windows:
/// a second file has one owner. It goes with the run, and one that a kill leaves behind keeps nobody out.
/// </summary>
internal sealed class JournalLock : IDisposable
{
    // .NET Standard 2.0 has no word for links; the runtimes outside of Windows have.
    private static readonly MethodInfo? ResolveLink = typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    // A run that was just killed has its lock until the system has put it away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;
    private readonly string _path;

    private JournalLock(FileStream file, string path)
    {
        _file = file;
        _path = path;
    }

    /// <summary>Takes the lock of a journal that is there.</summary>
    /// <returns>Null where the system keeps others off by itself.</returns>
    /// <exception cref="IOException">Another run has it.</exception>
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
            FileStream? file = null;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                if (IsOf(file, path))
                {
                    return new JournalLock(file, path);
                }

                file.Dispose();
            }
            catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                file?.Dispose();
                if (waiting.Elapsed > Patience)
                {
                    throw new IOException($"another run uses it, or {path} cannot be made.", problem);
                }

                Thread.Sleep(Pause);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // While it is locked: nobody else's is taken away.
        File.Delete(_path);
        _file.Dispose();
    }

    /// <summary>
    /// Whether a locked file is the one that others find by its path. It may have been opened just before its owner took it away;
    /// and the one that stands there now may be a third run's. So each run gives its file a length of its own.
    /// </summary>
    private static bool IsOf(FileStream file, string path)
    {
        file.SetLength(1 + (Guid.NewGuid().GetHashCode() & 0xFFFF));
        var found = new FileInfo(path);
        return found.Exists && found.Length == file.Length;
    }
}
