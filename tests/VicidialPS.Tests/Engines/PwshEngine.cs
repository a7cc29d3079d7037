using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace VicidialPS.Tests.Engines;

/// <summary>The <c>pwsh</c> on the PATH, in a process of its own.</summary>
internal sealed class PwshEngine : IEngine
{
    private readonly string _path;

    private PwshEngine(string path) => _path = path;

    /// <summary>The engine, or null where this machine has none.</summary>
    public static PwshEngine? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? ["pwsh.exe"] : ["pwsh"];
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return path is null ? null : new PwshEngine(path);
    }

    /// <inheritdoc/>
    public int Sessions => 2;

    /// <inheritdoc/>
    public string Run(string scriptPath, IReadOnlyDictionary<string, string> parameters)
    {
        var start = new ProcessStartInfo(_path) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-File", scriptPath })
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
