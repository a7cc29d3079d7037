using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Calls a lead, or only shows it. In a campaign that queues numbers, the command waits until the agent is free.</summary>
/// <param name="stored">The text that the dialer stores.</param>
/// <param name="target">The destination of the call.</param>
internal sealed class DialCommand(string stored, DialTarget target) : ScreenCommand(Key(target), stored)
{
    private const string Name = "external_dial";

    /// <summary>The key of the command in the queue. In a queue, each number has its own key.</summary>
    public static string Key(DialTarget target) => target.IsQueued ? $"{Name} {target.Number}" : Name;

    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (!AgentCall.IsFree(agent))
        {
            // Without a queue, the command is done: the screen shows the agent that the call cannot be made.
            return !target.IsQueued;
        }

        if (target.FindLead(world, agent) is not Lead lead)
        {
            return true;
        }

        if (target.IsPreview)
        {
            agent.Status = "PAUSED";
            agent.SubStatus = AgentCall.Preview;
            agent.PreviewLeadId = lead.Id;
        }
        else
        {
            AgentCall.Begin(world, agent, lead, target.Number == DialTarget.NextLead ? "MAIN" : "MANUAL_DIALNOW");
        }

        return true;
    }
}
