using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>calls_in_queue_count: how many calls wait for the agent's in-groups and campaign.</summary>
internal sealed class CallsInQueueCount() : AgentFunction("calls_in_queue_count", "2.14-107")
{
    protected override bool IsValid(FunctionContext context, string value) => value == "DISPLAY";

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        int count = context.World.WaitingCalls.Count(call =>
            string.Equals(call.GroupId, agent.CampaignId, StringComparison.OrdinalIgnoreCase)
            || agent.InGroups.Contains(call.GroupId, StringComparer.OrdinalIgnoreCase));
        context.SayOpen("SUCCESS", "calls_in_queue_count", FunctionContext.Number(count));
    }
}
