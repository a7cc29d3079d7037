namespace Vicidial.Simulator.World;

/// <summary>Records an agent's session into the store of recordings.</summary>
internal static class SessionRecorder
{
    /// <summary>Starts a recording, and ends the current one first.</summary>
    public static void Start(CallCenter world, LiveAgent agent, string fileSuffix)
    {
        Stop(world, agent);
        DateTime now = world.Clock.Now;
        CallRecord? call = AgentCall.IsLive(agent) ? AgentCallLog.Of(world, agent) : null;
        string phone = world.Leads.Find(agent.LeadId)?.PhoneNumber ?? string.Empty;
        var recording = new CallRecording(world.NextRecordingId++, now)
        {
            User = agent.User.Name,
            LeadId = agent.LeadId,
            UniqueId = call?.UniqueId ?? string.Empty,
            Extension = agent.SessionId,
            FileName = FormattableString.Invariant($"{now:yyyyMMdd-HHmmss}_{phone}_{agent.User.Name}") + fileSuffix,
            Server = agent.ServerAddress,
        };
        world.Recordings.Add(recording);
        agent.RecordingId = recording.Id;
    }

    /// <summary>Stops the current recording, if any, and makes it available for download.</summary>
    public static void Stop(CallCenter world, LiveAgent agent)
    {
        if (Find(world, agent) is CallRecording recording)
        {
            recording.Length = (int)(world.Clock.Now - recording.StartedAt).TotalSeconds;
            recording.Publish();
        }

        agent.RecordingId = 0;
    }

    /// <summary>The current recording of the session; null also if the store does not have it.</summary>
    public static CallRecording? Find(CallCenter world, LiveAgent agent) =>
        agent.RecordingId == 0 ? null : world.Recordings.LastOrDefault(recording => recording.Id == agent.RecordingId);
}
