using System;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Input;

/// <summary>Paths of files that cmdlets write.</summary>
internal static class FilePath
{
    /// <summary>The whole path of a file or folder. A location of another drive, such as Env:, has none.</summary>
    /// <param name="command">The cmdlet, whose location a path goes from.</param>
    /// <param name="path">The path.</param>
    /// <param name="errorId">The id of the error where it is no path of a file system.</param>
    /// <exception cref="DialerException">It is no path of a file system.</exception>
    public static string Of(PSCmdlet command, string path, string errorId)
    {
        try
        {
            string whole = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.ImplementingType == typeof(FileSystemProvider)
                ? System.IO.Path.GetFullPath(whole)
                : throw new DialerException(errorId, DialerErrorKind.Storage, $"{path} is in no file system: the location is of {provider.Name}.");
        }
        catch (Exception failure) when (failure is DriveNotFoundException or ProviderNotFoundException or NotSupportedException or ArgumentException)
        {
            throw new DialerException(errorId, DialerErrorKind.Storage, $"{path} is no path of a file system: {failure.Message}", failure);
        }
    }
}
