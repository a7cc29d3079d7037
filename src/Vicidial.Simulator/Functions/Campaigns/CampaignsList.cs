using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>campaigns_list: the campaigns of the caller's group.</summary>
internal sealed class CampaignsList() : DialerFunction(DialerApi.NonAgent, "campaigns_list", "2.14-194")
{
    private const string Header =
        "campaign_id|campaign_name|active|user_group|dial_method|dial_level|lead_order"
        + "|dial_statuses|dial_timeout|dial_prefix|manual_dial_prefix|three_way_dial_prefix";

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.Permits(context, caller.ApiAccess && caller.ViewReports && caller.Level >= 8, "GET CAMPAIGN INFO"))
        {
            return;
        }

        string wanted = context.Text("campaign_id", CharacterFilter.Id);
        char delimiter = context.Delimiter;
        UserGroup? sight = context.CallerGroup;
        bool isFirst = true;
        foreach (Campaign campaign in context.World.Campaigns)
        {
            if (sight?.AllowsCampaign(campaign.Id) != true
                || (wanted.Length > 0 && !string.Equals(campaign.Id, wanted, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (isFirst)
            {
                context.WriteHeader(Header);
            }

            isFirst = false;
            WriteRow(context.Response, campaign, delimiter);
        }

        if (isFirst)
        {
            context.Response.Line("ERROR: campaigns_list THIS USER HAS NO VIEWABLE CAMPAIGNS: ", context.CallerName, string.Empty);
        }
    }

    private static void WriteRow(ResponseWriter response, Campaign campaign, char delimiter) =>
        response.Write(campaign.Id).Write(delimiter)
            .Write(campaign.Name).Write(delimiter)
            .Write(campaign.IsActive ? 'Y' : 'N').Write(delimiter)
            .Write("---ALL---").Write(delimiter)
            .Write(campaign.DialMethod).Write(delimiter)
            .Write(campaign.DialLevel).Write(delimiter)
            .Write(campaign.LeadOrder).Write(delimiter)
            .Write(campaign.DialStatuses).Write(delimiter)
            .Write(campaign.DialTimeout).Write(delimiter)
            .Write(9).Write(delimiter)
            .Write(9).Write(delimiter)
            .Write(88).Write('\n');
}
