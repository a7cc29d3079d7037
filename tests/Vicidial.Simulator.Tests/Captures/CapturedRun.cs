using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
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
        CallCentre? world = null;
        var responses = new Dictionary<string, SimulatorResponse>(StringComparer.Ordinal);
        string[] parts = file.Split('/');
        foreach (Capture capture in Testing.Captures.Load(generation, parts[0], parts[1]))
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

    private static CallCentre CreateWorld(string generation)
    {
        CallCentre world = Scenario.FromDictionary(new Hashtable
        {
            ["Clock"] = "2026-11-20 22:23:31",
            ["Generation"] = generation.Replace("-php8.1", string.Empty, StringComparison.Ordinal),
        }).CreateWorld();
        world.Settings.StopsAtSqlErrors = generation.EndsWith("-php8.1", StringComparison.Ordinal);
        CapturedState.LeaveOutWhatIsOurs(world);
        return world;
    }
}
