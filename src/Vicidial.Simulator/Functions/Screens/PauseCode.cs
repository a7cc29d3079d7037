using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>pause_code: makes the agent's screen set the pause code.</summary>
internal sealed class PauseCode() : AgentFunction("pause_code", "2.10-69")
{
    private const int LongestCode = 6;

    protected override bool IsValid(FunctionContext context, string value) => value.Length is > 0 and <= LongestCode;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (agent.Status != "PAUSED")
        {
            context.Say("ERROR", "pause_code error - agent is not paused", agentUser);
            return;
        }

        context.World.Screens.Leave(agent, new PauseCodeCommand(value));
        context.Say("SUCCESS", "pause_code function sent", agentUser);
    }
}
