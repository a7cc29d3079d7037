using Microsoft.PowerShell.Commands;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace VicidialPS.Input;

/// <summary>Resolves the paths of files that cmdlets write.</summary>
internal static class FilePath
{
    /// <summary>The full path of a file or folder. A location on another drive, such as Env:, is an error.</summary>
    /// <param name="command">The cmdlet, whose current location a relative path starts from.</param>
    /// <param name="path">The path.</param>
    /// <param name="errorId">The error ID for a path that is not in a file system.</param>
    /// <exception cref="DialerException">The path is not in a file system.</exception>
    public static string Of(PSCmdlet command, string path, string errorId)
    {
        try
        {
            string whole = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.ImplementingType == typeof(FileSystemProvider)
                ? System.IO.Path.GetFullPath(whole)
                : throw new DialerException(errorId, DialerErrorKind.Storage, $"{path} is a location of {provider.Name}, not in a file system.");
        }
        catch (Exception failure) when (failure is DriveNotFoundException or ProviderNotFoundException or NotSupportedException or ArgumentException)
        {
            throw new DialerException(errorId, DialerErrorKind.Storage, $"{path} is not a path in a file system: {failure.Message}", failure);
        }
    }
}
