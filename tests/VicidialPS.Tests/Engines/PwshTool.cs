using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace VicidialPS.Tests.Engines;

/// <summary>The <c>pwsh</c> of the tool manifest, each run in a process of its own. The build restores the tool.</summary>
internal static class PwshTool
{
    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote, for the message if it failed.</returns>
    public static string Run(string scriptPath, IReadOnlyDictionary<string, string> parameters)
    {
        // The folder decides which tool manifest `dotnet` reads.
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = TestLocations.Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        foreach (string argument in new[] { "pwsh", "-NoProfile", "-NonInteractive", "-File", scriptPath })
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in parameters)
        {
            start.ArgumentList.Add("-" + name);
            start.ArgumentList.Add(value);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
    }
}
