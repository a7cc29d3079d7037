using Vicidial.Simulator.Functions.Agents;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>user_group_status: agents of user groups, and all waiting calls that the account may see.</summary>
internal sealed class UserGroupStatus() : GroupStatus("user_group_status", "user_groups", "USER GROUP")
{
    private const string Columns =
        "usergroups|calls_waiting|agents_logged_in|agents_in_calls|agents_waiting|agents_paused|agents_in_dead_calls|agents_in_dispo|agents_in_dial";

    protected override void Write(FunctionContext context, string title, HashSet<string> groups)
    {
        bool losesCount = context.World.Generation.NonAgentVersion is "2.14-107" or "2.14-194";
        AgentCounts agents = Count(context, agent => groups.Contains(agent.User.Group), losesCount);
        WriteRow(
            context, Columns, title, context.World.WaitingCalls.Count(call => AgentSight.SeesCalls(context, call.GroupId)), agents.LoggedIn,
            agents.InCalls, agents.Waiting, agents.Paused, agents.InDeadCalls, agents.InDispo, agents.Dialing);
    }
}
