using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>agent_campaigns: the campaigns and in-groups that are open to a user.</summary>
internal sealed class AgentCampaigns() : DialerFunction(DialerApi.NonAgent, "agent_campaigns", "2.14-194")
{
    private const string DirectGroups = "AGENTDIRECT";

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        bool hasRights = caller.ApiAccess && caller.ViewReports && caller.ModifyUsers && caller.Level >= 8;
        if (!NonAgentApi.Permits(context, hasRights, "GET AGENT INFO"))
        {
            return;
        }

        string name = context.Text("agent_user", CharacterFilter.Id);
        if (AgentSight.FindUser(context, name) is not DialerUser user)
        {
            context.Response.Line("ERROR: agent_campaigns AGENT USER DOES NOT EXIST: |", context.CallerName, name);
            return;
        }

        List<Campaign> campaigns = Find(context, user);
        if (campaigns.Count == 0)
        {
            context.Response.Line("ERROR: agent_campaigns THIS AGENT USER HAS NO AVAILABLE CAMPAIGNS: ", name, context.CallerName, string.Empty);
            return;
        }

        context.WriteHeader("user|allowed_campaigns_list|allowed_ingroups_list");
        context.Response.Row(
            context.Delimiter,
            name,
            string.Join("-", campaigns.Select(campaign => campaign.Id)),
            string.Join("-", InGroupsOf(context, campaigns)));
    }

    private static List<Campaign> Find(FunctionContext context, DialerUser user)
    {
        string wanted = context.Text("campaign_id", CharacterFilter.Id);
        UserGroup? group = context.World.GroupOf(user);
        return context.World.Campaigns
            .Where(campaign => campaign.IsActive && group?.AllowsCampaign(campaign.Id) == true
                && (wanted.Length == 0 || string.Equals(campaign.Id, wanted, StringComparison.OrdinalIgnoreCase)))
            .ToList();
    }

    private static IEnumerable<string> InGroupsOf(FunctionContext context, List<Campaign> campaigns)
    {
        bool hidesDirect = context.IsYes("ignore_agentdirect", CharacterFilter.Capitals);
        return context.World.InGroups
            .Where(group => group.IsActive && campaigns.Any(campaign => AgentSight.Holds(campaign.InGroups, group.Id))
                && !(hidesDirect && group.Id.StartsWith(DirectGroups, StringComparison.OrdinalIgnoreCase)))
            .Select(group => group.Id)
            .OrderBy(id => id, StringComparer.OrdinalIgnoreCase);
    }
}
