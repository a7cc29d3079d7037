using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Logs the agent out. On a call, after the call ends.</summary>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class LogoutCommand(string value) : ScreenCommand("logout", value)
{
    public override bool Act(CallCenter world, LiveAgent agent) => AgentCall.IsFree(agent) && AgentCall.LogOut(world, agent, "API");
}
