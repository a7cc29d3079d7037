using System.Collections.Concurrent;

namespace VicidialPS.Tests.Engines;

/// <summary>Runs Pester files in sessions that are reused. xunit decides how many files run in parallel.</summary>
internal static class PesterSuite
{
    private static readonly ConcurrentBag<PesterSession> Free = [];

    /// <summary>Runs the tests of one file on one release.</summary>
    public static async Task<IReadOnlyList<PesterOutcome>> RunAsync(string fileName, string release)
    {
        PesterSession session = Free.TryTake(out PesterSession? kept) ? kept : PesterSession.Start();
        IReadOnlyList<PesterOutcome> outcomes = await session.RunAsync(Path.Combine(TestLocations.PesterFolder, fileName), release);
        if (session.IsRunning)
        {
            Free.Add(session);
        }
        else
        {
            session.Dispose();
        }

        return outcomes;
    }

    /// <summary>Ends all sessions.</summary>
    public static void Stop()
    {
        while (Free.TryTake(out PesterSession? session))
        {
            session.Dispose();
        }
    }
}
