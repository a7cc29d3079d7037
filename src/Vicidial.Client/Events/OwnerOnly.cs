using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Vicidial.Client.Events;

/// <summary>Keeps other accounts from reading files, where the platform has modes. On Windows, files inherit the rights of their folder.</summary>
internal static class OwnerOnly
{
    private const int ReadWrite = 0x180;
    private const int All = 0x1C0;

    // .NET Standard 2.0 has no file modes; the runtimes outside of Windows do.
    private static readonly Type? Mode = typeof(File).Assembly.GetType("System.IO.UnixFileMode");
    private static readonly MethodInfo? Set = Mode is null ? null : typeof(File).GetMethod("SetUnixFileMode", [typeof(string), Mode]);

    /// <summary>Makes a folder that only its owner can open; one that is there stays as it is.</summary>
    public static void CreateDirectory(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            Protect(path, All);
        }
    }

    /// <summary>Lets only the owner read and write a file.</summary>
    public static void ProtectFile(string path) => Protect(path, ReadWrite);

    private static void Protect(string path, int mode)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && Set is not null)
        {
            Set.Invoke(null, [path, Enum.ToObject(Mode!, mode)]);
        }
    }
}
