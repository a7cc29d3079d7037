using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Input;

namespace VicidialPS.Profiles;

/// <summary>Finds saved connections.</summary>
internal static class SavedConnections
{
    /// <summary>The ones in the folder with a name, wildcards included.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tell">Is told of files that cannot be read; the others are still of use.</param>
    /// <exception cref="DialerException">A name without wildcards is not there.</exception>
    public static IReadOnlyList<SavedConnection> Named(string name, Action<DialerException> tell)
    {
        SavedConnection[] found = NamePattern.Pick(Read(ProfileFile.All(), tell), name, static saved => saved.Name);
        return found.Length > 0 || NamePattern.MayBeSeveral(name)
            ? found
            : throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, $"No connection is saved as '{name}' in {ProfileFile.Folder}.");
    }

    /// <summary>The ones in the files of a path, wildcards included.</summary>
    /// <param name="command">The cmdlet, whose location a path goes from.</param>
    /// <param name="path">The path.</param>
    /// <param name="tell">Is told of files that cannot be read or are no profiles.</param>
    /// <exception cref="DialerException">A file is not there.</exception>
    public static IReadOnlyList<SavedConnection> At(PSCmdlet command, string path, Action<DialerException> tell)
    {
        try
        {
            string exact = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            Collection<string> files = File.Exists(exact) ? [exact] : command.GetResolvedProviderPathFromPSPath(path, out _);
            return files.Count > 0 || NamePattern.MayBeSeveral(path)
                ? Read(files, tell)
                : throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, $"There is no file {exact}.");
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
