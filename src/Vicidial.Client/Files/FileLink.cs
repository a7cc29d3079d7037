using System.Reflection;

namespace Vicidial.Client.Files;

/// <summary>Detects links: anyone who may write to a folder can put a link in the place of a file.</summary>
internal static class FileLink
{
    // .NET Standard 2.0 has no API for links; the runtimes on other systems than Windows have one.
    private static readonly MethodInfo? ResolveLink = typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    /// <summary>The file that a path leads to, through all links; the path itself if it is not a link.</summary>
    /// <exception cref="IOException">A link leads to itself.</exception>
    public static string Resolve(string path) => (ResolveLink?.Invoke(null, [path, true]) as FileSystemInfo)?.FullName ?? path;

    /// <summary>Whether a path is a link, even one that leads nowhere.</summary>
    public static bool IsAt(string path)
    {
        var entry = new FileInfo(path);
        return (int)entry.Attributes != -1 && (entry.Attributes & FileAttributes.ReparsePoint) != 0;
    }
}
