using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>call_agent: rings the agent's phone again.</summary>
internal sealed class CallAgent() : AgentFunction("call_agent", "2.10-69")
{
    protected override bool IsValid(FunctionContext context, string value) => value == "CALL";

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        switch (agent.LoginCall)
        {
            case LoginCall.Empty:
                context.Say("ERROR", "call_agent error - entry is empty", agentUser);
                break;
            case LoginCall.Missing:
                context.Say("ERROR", "call_agent error - no session data", agentUser);
                break;
            default:
                agent.PhoneCalls++;
                context.Say("SUCCESS", "call_agent function sent", agentUser);
                break;
        }
    }
}
