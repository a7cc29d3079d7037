using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Logs the agent out. On a call, after the call ends.</summary>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class LogoutCommand(string value) : ScreenCommand("logout", value)
{
    public override bool Act(CallCentre world, LiveAgent agent)
    {
        if (!AgentCall.IsFree(agent))
        {
            return false;
        }

        AgentTurn.Of(world, agent).GoOn(TurnPart.Pause, world.Clock.Now);
        SessionRecorder.Stop(world, agent);
        return world.Floor.Remove(agent.User.Name);
    }
}
