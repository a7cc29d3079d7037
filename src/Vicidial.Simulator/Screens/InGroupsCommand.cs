using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Gives the agent other in-groups.</summary>
/// <param name="stored">The text that the dialer stores.</param>
/// <param name="groups">The in-groups.</param>
/// <param name="isBlended">Whether the agent also takes outbound calls.</param>
internal sealed class InGroupsCommand(string stored, IReadOnlyList<string> groups, bool isBlended) : ScreenCommand("change_ingroups", stored)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        agent.InGroups.Clear();
        agent.QueuedInGroups.Clear();
        foreach (string group in groups)
        {
            agent.InGroups.Add(group);
            agent.QueuedInGroups.Add(group);
        }

        agent.IsBlended = isBlended;
        agent.ManagerOverride = "Y";
        if (agent.Status is "READY" or "CLOSER")
        {
            AgentCall.GoReady(world, agent);
        }

        return true;
    }
}
