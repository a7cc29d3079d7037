using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_hangup: makes the agent's screen hang up.</summary>
internal sealed class ExternalHangup() : AgentFunction("external_hangup", "2.4-27")
{
    protected override bool IsValid(FunctionContext context, string value) => value.Length > 0;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        context.World.Screens.Leave(agent, new HangupCommand(value));
        context.Say("SUCCESS", "external_hangup function set", value, agentUser);
    }
}
