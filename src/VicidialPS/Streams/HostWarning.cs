using System;
using System.Management.Automation.Host;

namespace VicidialPS.Streams;

/// <summary>Warns when the streams of a cmdlet are closed, because its pipeline has stopped.</summary>
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
            // A host without a screen shows nothing.
        }
    }
}
