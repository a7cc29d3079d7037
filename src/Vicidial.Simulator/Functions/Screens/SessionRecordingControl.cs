using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>recording: makes the agent's screen start or stop a recording, or reports whether one is running.</summary>
internal sealed class SessionRecordingControl() : AgentFunction("recording", "2.10-69")
{
    private const string Status = "STATUS";
    private const int LongestStage = 14;

    protected override bool IsValid(FunctionContext context, string value) =>
        Holds(value, RecordingCommand.Start) || Holds(value, RecordingCommand.Stop) || Holds(value, Status);

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        // While the screen has not fetched a command, the command is shown instead of the recording ID.
        string? waiting = agent.RecordingId == 0 ? agent.Screen.Waiting(Name) : null;
        bool isActive = agent.RecordingId != 0 || waiting is not null;
        if (value == Status && waiting is not null)
        {
            Say("NOTICE", "recording active", waiting, startedAt: "|");
        }
        else if (value == Status && isActive)
        {
            CallRecording? active = SessionRecorder.Find(context.World, agent);
            Say(
                "NOTICE", "recording active", FunctionContext.Number(agent.RecordingId), active?.FileName, active?.Server,
                active is null ? null : CallCenter.Stamp(active.StartedAt));
        }
        else if (value == Status)
        {
            Say("NOTICE", "not recording");
        }
        else if (Holds(value, RecordingCommand.Start))
        {
            Leave(value + context.Text("stage", CharacterFilter.Stage, LongestStage));
        }
        else if (Holds(value, RecordingCommand.Stop) && !isActive)
        {
            Say("ERROR", "stop recording error");
        }
        else if (Holds(value, RecordingCommand.Stop))
        {
            Leave(RecordingCommand.Stop);
        }

        void Leave(string command)
        {
            context.World.Screens.Leave(agent, new RecordingCommand(command));
            Say("SUCCESS", "recording function sent", command);
        }

        void Say(string kind, string text, string? id = null, string? file = null, string? server = null, string? startedAt = null) => context.Say(
            kind, text, agentUser, id ?? string.Empty, file ?? string.Empty, server ?? string.Empty, startedAt ?? string.Empty, agent.ServerAddress,
            agent.SessionId, agent.Status);
    }

    private static bool Holds(string value, string word) => value.IndexOf(word, StringComparison.Ordinal) >= 0;
}
