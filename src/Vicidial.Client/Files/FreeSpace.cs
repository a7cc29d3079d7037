using System.Runtime.InteropServices;

namespace Vicidial.Client.Files;

/// <summary>The free space of a disk.</summary>
internal static class FreeSpace
{
    /// <summary>The bytes that the user can still write to the disk of a folder; null if the system does not report it.</summary>
    public static long? Of(string folder)
    {
        try
        {
            return new DriveInfo(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Path.GetPathRoot(folder) : folder).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A network share has no drive.
            return null;
        }
    }
}
