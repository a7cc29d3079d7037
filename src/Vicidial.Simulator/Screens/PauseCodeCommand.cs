using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Sets the pause code.</summary>
/// <param name="code">The pause code.</param>
internal sealed class PauseCodeCommand(string code) : ScreenCommand("pause_code", code)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (agent.Status == "PAUSED")
        {
            AgentTurn.Explain(world, agent, Value);
        }

        return true;
    }
}
