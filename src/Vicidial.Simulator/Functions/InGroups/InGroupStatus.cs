using Vicidial.Simulator.Functions.Agents;

namespace Vicidial.Simulator.Functions.InGroups;

/// <summary>in_group_status: calls and agents of in-groups.</summary>
internal sealed class InGroupStatus() : GroupStatus("in_group_status", "in_groups", "IN-GROUP")
{
    private const string Columns =
        "ingroups|total_calls|calls_waiting|agents_logged_in|agents_in_calls|agents_waiting|agents_paused|agents_in_dispo|agents_in_dial";

    protected override void Write(FunctionContext context, string title, HashSet<string> groups)
    {
        int waiting = context.World.WaitingCalls.Count(call => IsSeen(call.GroupId));
        int calls = waiting + context.World.Floor.Agents.Count(agent => agent.CallGroup is string group && IsSeen(group));
        AgentCounts agents = Count(context, agent => agent.QueuedInGroups.Any(groups.Contains));

        // There is no column for dead calls, so an agent with one counts as on a call.
        WriteRow(
            context, Columns, title, calls, waiting, agents.LoggedIn, agents.InCalls + agents.InDeadCalls, agents.Waiting, agents.Paused,
            agents.InDispo, agents.Dialing);

        bool IsSeen(string group) => groups.Contains(group) && AgentSight.SeesCalls(context, group);
    }
}
