using System.Runtime.InteropServices;

namespace Vicidial.Client.Files;

/// <summary>How much room a disk has.</summary>
internal static class FreeSpace
{
    /// <summary>The bytes that the user can still write to the disk of a folder; null if the system does not say.</summary>
    public static long? Of(string folder)
    {
        try
        {
            return new DriveInfo(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Path.GetPathRoot(folder) : folder).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share on the network has no drive.
            return null;
        }
    }
}
