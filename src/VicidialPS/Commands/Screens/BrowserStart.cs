using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VicidialPS.Commands.Screens;

/// <summary>Opens addresses in the browser of this computer.</summary>
internal static class BrowserStart
{
    // If the process that was started is the browser itself, the browser is open by then.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    /// <summary>Opens an address.</summary>
    /// <returns>Whether the operating system reports success.</returns>
    public static async Task<bool> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using Process? started = Process.Start(MakeStart(address));
            if (started is null || RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            {
                // A browser that is already open takes the address without starting another process.
                return true;
            }

            // Another thread waits for the process, so that Ctrl+C works.
            Task<bool> end = Task.Run(() => !started.WaitForExit((int)LongestStart.TotalMilliseconds) || started.ExitCode == 0, cancellationToken);
            await Task.WhenAny(end, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return await end.ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The command that starts the browser. On other systems than Windows, its output is discarded, because it would print the address with the
    /// login.
    /// </summary>
    private static ProcessStartInfo MakeStart(Uri address)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true };
        }

        string opener = RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "open" : "xdg-open";
        return new ProcessStartInfo("/bin/sh", $"-c \"exec {opener} \\\"$1\\\" >/dev/null 2>&1\" sh \"{address.AbsoluteUri}\"")
        {
            UseShellExecute = false,
        };
    }
}
