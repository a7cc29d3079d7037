using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>Which agents and calls an account may see.</summary>
internal static class AgentSight
{
    /// <summary>Finds a user of a group that the account may see.</summary>
    public static DialerUser? FindUser(FunctionContext context, string name) =>
        context.World.FindUser(name) is DialerUser user && context.CallerGroup?.SeesGroup(user.Group) == true ? user : null;

    /// <summary>The agent's sub-status. A chat never counts as a dead call.</summary>
    public static string SubStatus(FunctionContext context, LiveAgent agent) =>
        agent.IsInChat && agent.SubStatus == "DEAD" && context.World.Generation.Has("2.14-107") ? string.Empty : agent.SubStatus;

    /// <summary>Whether the account may see the calls of an in-group or campaign.</summary>
    public static bool SeesCalls(FunctionContext context, string groupId)
    {
        UserGroup? sight = context.CallerGroup;
        if (sight is null || sight.AllowsCampaign(groupId))
        {
            return sight is not null;
        }

        // Old releases check only an account's campaigns, so they hide every inbound call from a restricted account.
        if (!context.World.Generation.Has("2.14-107"))
        {
            return false;
        }

        foreach (Campaign campaign in context.World.Campaigns)
        {
            if (sight.AllowsCampaign(campaign.Id) && Holds(campaign.InGroups, groupId))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Holds(IEnumerable<string> names, string name)
    {
        foreach (string one in names)
        {
            if (string.Equals(one, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
