using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Vicidial.Testing;

namespace Vicidial.Simulator.Tests.Recordings;

/// <summary>The recordings of one file, sent in order to one simulated dialer.</summary>
internal static class RecordedRun
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, SimulatorReply>>> Runs = new();

    public static SimulatorReply ReplyTo(Recording recording)
    {
        string file = recording.Id[..recording.Id.LastIndexOf('/')];
        return Runs.GetOrAdd(
            recording.Generation + "/" + file,
            _ => new Lazy<Dictionary<string, SimulatorReply>>(() => Run(recording.Generation, file)))
            .Value[recording.Id];
    }

    private static Dictionary<string, SimulatorReply> Run(string generation, string file)
    {
        CallCentre? world = null;
        var replies = new Dictionary<string, SimulatorReply>(StringComparer.Ordinal);
        string[] parts = file.Split('/');
        foreach (Recording recording in Testing.Recordings.Load(generation, parts[0], parts[1]))
        {
            if (world is null || recording.State.StartsWith("reset to seed", StringComparison.Ordinal))
            {
                world = CreateWorld(generation);
            }

            RecordedState.Prepare(world, recording);
            replies.Add(recording.Id, new SimulatedDialer(world).Handle(recording.ToRequest()));
            RecordedState.Restore(world, recording.Id);
        }

        return replies;
    }

    private static CallCentre CreateWorld(string generation)
    {
        CallCentre world = Scenario.FromDictionary(new Hashtable
        {
            ["Clock"] = "2026-11-20 22:23:31",
            ["Generation"] = generation.Replace("-php8.1", string.Empty, StringComparison.Ordinal),
        }).CreateWorld();
        world.Settings.StopsAtSqlErrors = generation.EndsWith("-php8.1", StringComparison.Ordinal);
        RecordedState.LeaveOutWhatIsOurs(world);
        return world;
    }
}
