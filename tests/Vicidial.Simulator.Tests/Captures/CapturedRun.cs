using System.Collections;
using System.Collections.Concurrent;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.World;
using Vicidial.Testing;

namespace Vicidial.Simulator.Tests.Captures;

/// <summary>The captures of one file, sent in order to one simulated dialer.</summary>
internal static class CapturedRun
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, SimulatorResponse>>> Runs = new();

    public static SimulatorResponse ResponseTo(Capture capture)
    {
        string file = capture.Id[..capture.Id.LastIndexOf('/')];
        return Runs.GetOrAdd(
            capture.Generation + "/" + file,
            _ => new Lazy<Dictionary<string, SimulatorResponse>>(() => Run(capture.Generation, file)))
            .Value[capture.Id];
    }

    private static Dictionary<string, SimulatorResponse> Run(string generation, string file)
    {
        CallCenter? world = null;
        var responses = new Dictionary<string, SimulatorResponse>(StringComparer.Ordinal);
        foreach (Capture capture in EveryCase(generation, file))
        {
            if (world is null || capture.State.StartsWith("reset to seed", StringComparison.Ordinal))
            {
                world = CreateWorld(generation);
            }

            CapturedState.Prepare(world, capture);
            responses.Add(capture.Id, new SimulatedDialer(world).Handle(capture.ToRequest()));
            CapturedState.Restore(world, capture.Id);
        }

        return responses;
    }

    /// <summary>
    /// All cases of a file in their order. A number means the same case on each release. A case that was left out of this release's captures is taken
    /// from another release, because it ran here too, and later cases depend on what it changed.
    /// </summary>
    private static IEnumerable<Capture> EveryCase(string generation, string file)
    {
        string[] parts = file.Split('/');
        IEnumerable<string> generations = Testing.Captures.Generations.OrderBy(other => other == generation ? 0 : 1).ThenByDescending(other => other);
        return from other in generations
               where File.Exists(Testing.Captures.FileOf(other, parts[0], parts[1]))
               from capture in Testing.Captures.Load(other, parts[0], parts[1])
               group capture by capture.Id into same
               orderby same.Key
               select same.First();
    }

    private static CallCenter CreateWorld(string generation)
    {
        CallCenter world = Scenario.FromDictionary(new Hashtable
        {
            ["Clock"] = "2026-11-20 22:23:31",
            ["Generation"] = generation.Replace("-php8.1", string.Empty, StringComparison.Ordinal),
        }).CreateWorld();
        world.Settings.StopsAtSqlErrors = generation is "2.14-202-php8.1" or "2.14-194";
        CapturedState.LeaveOutWhatIsOurs(world);
        return world;
    }
}
