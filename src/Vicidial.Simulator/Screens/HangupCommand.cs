using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Hangs up. Without a call, the command waits and ends the next one.</summary>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class HangupCommand(string value) : ScreenCommand("external_hangup", value)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (!AgentCall.IsLive(agent))
        {
            return false;
        }

        AgentCall.End(world, agent);
        return true;
    }
}
