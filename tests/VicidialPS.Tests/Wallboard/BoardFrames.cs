using Vicidial.Client.Floor;
using Vicidial.Client.Records.Agents;
using VicidialPS.Wallboard;

namespace VicidialPS.Tests.Wallboard;

/// <summary>Floors of any size for tests of the board.</summary>
internal static class BoardFrames
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["Ana Gomez", "Bob Stone", "日本 花子", "Chloë Nguyen-Rodriguez",
        "Hans-Peter Vollenweider", string.Empty];
    private static readonly string[] States = ["INCALL", "READY", "PAUSED", "INCALL", "CLOSER", "QUEUE", "INCALL", "PAUSED"];

    /// <summary>A floor whose figures all end in a digit that a cut line would lose.</summary>
    public static BoardFrame Make(int agents, int campaigns, int? minimumReady = null, string[]? notices = null)
    {
        var tracker = new FloorTracker("main");
        LoggedInAgent[] roster = Enumerable.Range(0, agents).Select(i => Agent(i, campaigns)).ToArray();
        tracker.Take(roster, Now - TimeSpan.FromMinutes(16));
        tracker.Take(
            roster.Select((agent, i) => i % 3 == 0 ? agent : Agent(i, campaigns, States[(i + 2) % States.Length])).ToArray(),
            Now - TimeSpan.FromSeconds(77)
        );
        var dialer = new BoardDialer
        {
            Name = "main",
            Agents = tracker.Agents,
            UnreadableUsers = ["7777"],
            KnownUntil = Now,
            Notices = notices ?? [],
            CallsWaiting = 13,
            WaitingSince = Now - TimeSpan.FromSeconds(63),
            DropsToday = 27,
        };
        return new BoardFrame([dialer], Now, TimeSpan.FromMinutes(15), new FloorLimits(minimumReadyOfAll: minimumReady));
    }

    private static LoggedInAgent Agent(int i, int campaigns, string? status = null)
    {
        var agent = new LoggedInAgent();
        Dictionary<string, object> values = new()
        {
            [nameof(LoggedInAgent.User)] = (1000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture),
            [nameof(LoggedInAgent.FullName)] = Names[i % Names.Length],
            [nameof(LoggedInAgent.CampaignId)] = $"CAMP{(i % campaigns) + 1}",
            [nameof(LoggedInAgent.Status)] = status ?? States[i % States.Length],
            [nameof(LoggedInAgent.SubStatus)] = i % 11 == 3 ? "DEAD" : i % 7 == 5 ? "DISPO" : string.Empty,
            [nameof(LoggedInAgent.PauseCode)] = "BREAK",
            [nameof(LoggedInAgent.CallsToday)] = 63,
        };
        foreach (KeyValuePair<string, object> value in values)
        {
            typeof(LoggedInAgent).GetProperty(value.Key)!.SetValue(agent, value.Value);
        }

        return agent;
    }
}
