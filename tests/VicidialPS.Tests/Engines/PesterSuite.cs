using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace VicidialPS.Tests.Engines;

/// <summary>Runs the Pester suite once.</summary>
internal static class PesterSuite
{
    private const int Sessions = 2;
    private static readonly Lazy<IReadOnlyList<PesterOutcome>> Run = new(RunFiles);

    /// <summary>How each Pester test ended.</summary>
    public static IReadOnlyList<PesterOutcome> Outcomes => Run.Value;

    /// <summary>Every other file goes to the next session: some files compute, others wait, and sessions share nothing.</summary>
    private static PesterOutcome[] RunFiles() => Directory.EnumerateFiles(TestLocations.PesterFolder, "*.Tests.ps1").Order(StringComparer.Ordinal)
        .Select(static (file, number) => (File: file, Number: number))
        .GroupBy(file => file.Number % Sessions, static file => file.File)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(Sessions).WithExecutionMode(ParallelExecutionMode.ForceParallelism)
        .SelectMany(RunSession)
        .ToArray();

    private static PesterOutcome[] RunSession(IEnumerable<string> files)
    {
        string results = Path.Combine(Path.GetTempPath(), $"vicidialps-pester-{Guid.NewGuid():N}.json");
        try
        {
            string output = PwshTool.Run(Path.Combine(TestLocations.PesterFolder, "Invoke-Suite.ps1"), new Dictionary<string, string>
            {
                ["ModulePath"] = TestLocations.Module,
                ["PesterPath"] = TestLocations.Pester,
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
}
