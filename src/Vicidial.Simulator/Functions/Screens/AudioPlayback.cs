using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>audio_playback: plays, stops, or pauses a sound file in the agent's session.</summary>
internal sealed class AudioPlayback() : AgentFunction("audio_playback", "2.10-69")
{
    private const int ShortestStage = 4;
    private const string Play = "PLAY";

    protected override bool IsValid(FunctionContext context, string value) =>
        Stage(context).Length >= ShortestStage && (Stage(context) != Play || value.Length > 0);

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [value, Stage(context), agentUser];

    protected override string[] FirstValues(FunctionContext context) => [Stage(context)];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        const string Error = "audio_playback error - ";
        string stage = Stage(context);
        bool isPlaying = agent.Audio.Length > 0;
        string replaces = context.Text("dial_override", CharacterFilter.Capitals);
        if (agent.SessionId.Length == 0 || agent.ServerAddress.Length == 0)
        {
            context.Say("ERROR", Error + "entry is empty", stage, agentUser);
        }
        else if (stage == Play && isPlaying && replaces != "Y")
        {
            context.Say(
                "ERROR", Error + "audio already playing in agent session", agent.SessionId, agent.ServerAddress, stage, replaces, agentUser);
        }
        else if (stage != Play && !isPlaying)
        {
            context.Say("ERROR", Error + "no audio playing in agent session", agent.SessionId, agent.ServerAddress, stage, agentUser);
        }
        else
        {
            if (stage == Play && isPlaying)
            {
                context.Say("NOTICE", "audio_playback previous playback stopped", stage, replaces, agentUser);
            }

            context.World.Screens.Leave(agent, new AudioCommand(Name, stage, value));
            context.Say("SUCCESS", "audio_playback function sent", value, stage, agentUser);
        }
    }

    private static string Stage(FunctionContext context) => context.Text("stage", CharacterFilter.Stage);
}
