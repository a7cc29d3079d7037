using System.Collections.ObjectModel;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Errors;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace VicidialPS.Loads;

/// <summary>Opens journals for the cmdlets that read them.</summary>
internal static class JournalPaths
{
    /// <summary>Opens the journals that match the paths.</summary>
    public static void AddTo(JournalSet journals, IEnumerable<string> paths, PSCmdlet command, bool isLiteral)
    {
        foreach (string path in paths)
        {
            try
            {
                Collection<string> files = isLiteral
                    ? [command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)]
                    : command.GetResolvedProviderPathFromPSPath(path, out _);
                foreach (string file in files)
                {
                    journals.Add(file);
                }
            }
            catch (Exception missing) when (missing is ItemNotFoundException or DriveNotFoundException)
            {
                command.ThrowTerminatingError(
                    DialerErrorRecord.From(new DialerException("JournalNotReadable", DialerErrorKind.NotFound, missing.Message, missing), path)
                );
            }
            catch (DialerException failure)
            {
                command.ThrowTerminatingError(DialerErrorRecord.From(failure, path));
            }
        }
    }
}
