using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>send_dtmf: makes the agent's screen send tones into the session.</summary>
internal sealed class SendDtmf() : AgentFunction("send_dtmf", "2.4-27")
{
    protected override bool IsValid(FunctionContext context, string value) => value.Length > 0;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        context.World.Screens.Leave(agent, new DisplayCommand(Name, value));
        context.Say("SUCCESS", "send_dtmf function set", value, agentUser);
    }
}
