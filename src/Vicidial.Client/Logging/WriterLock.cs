using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Vicidial.Client.Logging;

/// <summary>
/// Sees to it that a file has one writer, whether the others are of this process or not. Windows does that by itself; elsewhere
/// a file that others may read can be written by others too, and so a hidden file beside it is held.
/// </summary>
internal static class WriterLock
{
    private static readonly bool IsNeeded = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Takes the lock of a file until what is returned is disposed; null where none is needed, or none can be made.</summary>
    /// <exception cref="IOException">Another writer has it.</exception>
    public static IDisposable? Take(string path)
    {
        if (!IsNeeded)
        {
            return null;
        }

        string name = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + ".lock");
        try
        {
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (File.Exists(name))
        {
            throw new IOException("Another session or process is writing to it.", held);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder in which nothing can be made may well hold a file that can be written.
            return null;
        }
    }
}
