using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Pauses or resumes the agent. On a call, after the call ends.</summary>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class PauseCommand(string value) : ScreenCommand("external_pause", value)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (!AgentCall.IsFree(agent))
        {
            return false;
        }

        bool isPaused = agent.Status == "PAUSED";
        if (Value.IndexOf("PAUSE", StringComparison.Ordinal) < 0)
        {
            if (isPaused)
            {
                AgentCall.GoReady(world, agent);
            }
        }
        else if (!isPaused)
        {
            agent.Status = "PAUSED";
            agent.PauseCode = string.Empty;
            AgentTurn.Next(world, agent);
            world.Events?.BecamePaused(agent);
        }

        return true;
    }
}
