using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VicidialPS.Commands.Screens;

/// <summary>Opens addresses in the browser of this computer.</summary>
internal static class BrowserStart
{
    // A browser that runs in the foreground of its starter is open by then.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    /// <summary>Opens an address.</summary>
    /// <returns>Whether the system says that it has.</returns>
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

            // Its end is waited for elsewhere, so that Ctrl+C is heard.
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

    /// <summary>What starts the browser. Elsewhere than on Windows it writes nothing: it would print the address, with its login.</summary>
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
