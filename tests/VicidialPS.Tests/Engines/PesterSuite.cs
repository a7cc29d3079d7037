using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VicidialPS.Tests.Engines;

/// <summary>Runs the Pester suite once, or names its tests where there is no engine to run them.</summary>
internal static partial class PesterSuite
{
    private const string NoEngine = "needs a PowerShell engine: pwsh on the PATH, or -p:UsePowerShellSdk=true";
    private static readonly Lazy<IReadOnlyList<PesterOutcome>> Run = new(RunOrName);

    /// <summary>How each Pester test ended.</summary>
    public static IReadOnlyList<PesterOutcome> Outcomes => Run.Value;

    private static IEngine? FindEngine()
    {
#if POWERSHELL_SDK
        return new SdkEngine();
#else
        return PwshEngine.Find();
#endif
    }

    private static IReadOnlyList<PesterOutcome> RunOrName() => FindEngine() is { } engine ? RunWith(engine) : NameAll();

    /// <summary>Every other file goes to the next session: some files compute, others wait, and sessions share nothing.</summary>
    private static PesterOutcome[] RunWith(IEngine engine) => Files()
        .Select(static (file, number) => (File: file, Number: number))
        .GroupBy(file => file.Number % engine.Sessions, static file => file.File)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, engine.Sessions)).WithExecutionMode(ParallelExecutionMode.ForceParallelism)
        .SelectMany(files => RunWith(engine, files))
        .ToArray();

    private static PesterOutcome[] RunWith(IEngine engine, IEnumerable<string> files)
    {
        string results = Path.Combine(Path.GetTempPath(), $"vicidialps-pester-{Guid.NewGuid():N}.json");
        try
        {
            string output = engine.Run(Path.Combine(TestLocations.PesterFolder, "Invoke-Suite.ps1"), new Dictionary<string, string>
            {
                ["ModulePath"] = TestLocations.Module,
                ["TestingAssembly"] = TestLocations.TestingAssembly,
                ["ResultPath"] = results,
                ["Path"] = string.Join('|', files),
            });
            if (!File.Exists(results))
            {
                return [new PesterOutcome("The Pester suite runs", "Failed", output)];
            }

            return JsonSerializer.Deserialize<PesterOutcome[]>(File.ReadAllText(results))!;
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(TestLocations.PesterFolder, "*.Tests.ps1").Order(StringComparer.Ordinal);

    private static PesterOutcome[] NameAll() => Files()
        .SelectMany(file => TestName().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Groups[2].Value}"))
        .Select(name => new PesterOutcome(name, "Skipped", NoEngine))
        .ToArray();

    [GeneratedRegex(@"^\s*It\s+(['""])(.+?)\1", RegexOptions.Multiline)]
    private static partial Regex TestName();
}
