using System.Collections.ObjectModel;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Input;

namespace VicidialPS.Profiles;

/// <summary>Finds saved connections.</summary>
internal static class SavedConnections
{
    /// <summary>The saved connections in the folder whose names match.</summary>
    /// <param name="name">The name or wildcard pattern.</param>
    /// <param name="tell">Receives errors about files that cannot be read. The other files are still used.</param>
    /// <exception cref="DialerException">A name without wildcards does not exist.</exception>
    public static IReadOnlyList<SavedConnection> Named(string name, Action<DialerException> tell)
    {
        SavedConnection[] found = NamePattern.Pick(Read(ProfileFile.All(), tell), name, static saved => saved.Name);
        return found.Length > 0 || NamePattern.MayBeSeveral(name)
            ? found
            : throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, $"No connection is saved as '{name}' in {ProfileFile.Folder}.");
    }

    /// <summary>The saved connections in the files that match a path.</summary>
    /// <param name="command">The cmdlet, whose current location a relative path starts from.</param>
    /// <param name="path">The path or wildcard pattern.</param>
    /// <param name="tell">Receives errors about files that cannot be read or are not profiles.</param>
    /// <exception cref="DialerException">A file does not exist.</exception>
    public static IReadOnlyList<SavedConnection> At(PSCmdlet command, string path, Action<DialerException> tell)
    {
        try
        {
            string exact = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            Collection<string> files = File.Exists(exact) ? [exact] : command.GetResolvedProviderPathFromPSPath(path, out _);
            return files.Count > 0 || NamePattern.MayBeSeveral(path)
                ? Read(files, tell)
                : throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, $"The file {exact} does not exist.");
        }
        catch (Exception missing) when (missing is ItemNotFoundException or System.Management.Automation.DriveNotFoundException)
        {
            throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, missing.Message, missing);
        }
    }

    private static List<SavedConnection> Read(IEnumerable<string> paths, Action<DialerException> tell)
    {
        var read = new List<SavedConnection>();
        foreach (string path in paths)
        {
            try
            {
                read.Add(ProfileFile.Read(path));
            }
            catch (DialerException failure)
            {
                tell(failure);
            }
        }

        return read;
    }
}
