using System.Diagnostics;
using System.Text.Json;

namespace VicidialPS.Tests.Engines;

/// <summary>A <c>pwsh</c> of the tool manifest in a separate process that runs one Pester file after the other.</summary>
internal sealed class PesterSession : IDisposable
{
    private const int LinesKept = 200;
    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    private PesterSession(Process process) => _process = process;

    /// <summary>Starts a session. The build has restored the tool.</summary>
    public static PesterSession Start()
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

        // A build node or compiler server that stays for the next build keeps the output of the test open, so that reading it does not end.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        // PowerShell as a .NET tool is compiled at run time. Profiling code that runs once or twice costs more than it gains.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (string argument in new[]
        {
            "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(TestLocations.PesterFolder, "Invoke-Suite.ps1"),
            "-ModulePath", TestLocations.Module, "-PesterPath", TestLocations.Pester, "-TestingAssembly", TestLocations.TestingAssembly, "-Serve",
        })
        {
            start.ArgumentList.Add(argument);
        }

        var session = new PesterSession(Process.Start(start)!);
        session._process.ErrorDataReceived += (_, line) => session.Keep(line.Data);
        session._process.BeginErrorReadLine();
        return session;
    }

    /// <summary>Runs the tests of one file on one release.</summary>
    /// <returns>How each test ended, or one failure with what the session wrote before it ended.</returns>
    public async Task<IReadOnlyList<PesterOutcome>> RunAsync(string file, string release)
    {
        string results = Path.Combine(Path.GetTempPath(), $"vicidialps-pester-{Guid.NewGuid():N}.json");
        try
        {
            await _process.StandardInput.WriteLineAsync($"{file}|{results}|{release}");
            await _process.StandardInput.FlushAsync();
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.EndsWith(results, StringComparison.Ordinal))
                {
                    return JsonSerializer.Deserialize<PesterOutcome[]>(await File.ReadAllTextAsync(results))!;
                }

                Keep(line);
            }

            lock (_lines)
            {
                return [new PesterOutcome($"{Path.GetFileName(file)} runs to its end", "Failed", "The session ended: " + string.Join('\n', _lines))];
            }
        }
        finally
        {
            File.Delete(results);
        }
    }

    /// <summary>Whether the session accepts another file.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }
}
