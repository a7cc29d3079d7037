using System.Management.Automation.Host;

namespace VicidialPS.Streams;

/// <summary>Writes warnings after the pipeline has stopped, when the streams of the cmdlet are closed.</summary>
internal static class HostWarning
{
    /// <summary>Writes a warning to the screen.</summary>
    public static void Write(PSHost host, string text)
    {
        try
        {
            host.UI.WriteWarningLine(text);
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotImplementedException)
        {
            // The host has no screen.
        }
    }
}
