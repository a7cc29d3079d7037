using System.IO;

namespace Vicidial.Client.Files;

/// <summary>Tells links apart from files: whoever may write to a folder can put a link in the place of a file.</summary>
internal static class FileLink
{
    /// <summary>Whether a path is a link, even one that leads nowhere.</summary>
    public static bool IsAt(string path)
    {
        var entry = new FileInfo(path);
        return (int)entry.Attributes != -1 && (entry.Attributes & FileAttributes.ReparsePoint) != 0;
    }
}
