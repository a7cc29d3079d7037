using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>logout: makes the agent's screen log out.</summary>
internal sealed class Logout() : AgentFunction("logout", "2.10-69")
{
    protected override bool IsValid(FunctionContext context, string value) => value == "LOGOUT";

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        context.World.Screens.Leave(agent, new LogoutCommand(value));
        context.Say("SUCCESS", "logout function set", value, FunctionContext.Number(context.Epoch), agentUser);
    }
}
