using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;

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
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        var found = new List<SavedConnection>();
        foreach (string path in ProfileFile.All())
        {
            try
            {
                SavedConnection saved = ProfileFile.Read(path);
                if (pattern.IsMatch(saved.Name))
                {
                    found.Add(saved);
                }
            }
            catch (DialerException failure)
            {
                tell(failure);
            }
        }

        return found.Count > 0 || WildcardPattern.ContainsWildcardCharacters(name)
            ? found
            : throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, $"No connection is saved as '{name}' in {ProfileFile.Folder}.");
    }

    /// <summary>The ones in these files, wildcards included.</summary>
    /// <exception cref="DialerException">A file is not there, cannot be read or is no profile.</exception>
    public static IReadOnlyList<SavedConnection> At(PSCmdlet command, IEnumerable<string> paths)
    {
        try
        {
            return paths.SelectMany(path => command.GetResolvedProviderPathFromPSPath(path, out _)).Select(ProfileFile.Read).ToArray();
        }
        catch (ItemNotFoundException missing)
        {
            throw new DialerException("ProfileNotFound", DialerErrorKind.NotFound, missing.Message, missing);
        }
    }
}
