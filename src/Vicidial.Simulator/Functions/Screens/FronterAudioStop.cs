using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>force_fronter_audio_stop: stops the sounds in the session of the other agent, who may have left the call recently.</summary>
internal sealed class FronterAudioStop() : FronterFunction("force_fronter_audio_stop")
{
    protected override bool Act(FunctionContext context, long leadId, string agentUser, string value)
    {
        LiveAgent? other = FindOther(context.World, leadId, agentUser) ?? FindEarlier(context.World, leadId, agentUser);
        if (other is null)
        {
            return false;
        }

        string stage = context.Text("stage", CharacterFilter.Stage);
        string name = other.User.Name;
        if (other.SessionId.Length == 0 || other.ServerAddress.Length == 0)
        {
            context.Say("ERROR", Name + " error - no fronter session found", stage, agentUser, name);
        }
        else if (other.Audio.Length == 0)
        {
            context.Say(
                "ERROR", Name + " error - no audio playing in other agent session", other.SessionId, other.ServerAddress, stage, agentUser, name);
        }
        else
        {
            context.World.Screens.Leave(other, new AudioCommand(Name, "STOP", string.Empty));
            context.Say("SUCCESS", Name + " function sent", value, stage, agentUser, name);
        }

        return true;
    }

    private static LiveAgent? FindEarlier(CallCenter world, long leadId, string agentUser)
    {
        DateTimeOffset oldest = world.Clock.UtcNow - AgentCall.RecentTime;
        RecentSession? session = world.RecentSessions.LastOrDefault(one => one.LeadId == leadId && one.LeftAt >= oldest
            && !string.Equals(one.User, agentUser, StringComparison.OrdinalIgnoreCase));
        LiveAgent? agent = session is null ? null : world.Floor.Find(session.User);
        return agent?.SessionId == session?.SessionId ? agent : null;
    }
}
