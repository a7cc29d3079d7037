namespace Vicidial.Client.Tests.Support;

/// <summary>File modes, for tests that are skipped on Windows, which has none.</summary>
internal static class FileModes
{
    public const int OwnerOnly = 0x180;

    public const int GroupReads = 0x1a0;

    public static int Of(string path) => OperatingSystem.IsWindows() ? -1 : (int)File.GetUnixFileMode(path);

    public static void Set(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)mode);
        }
    }
}
