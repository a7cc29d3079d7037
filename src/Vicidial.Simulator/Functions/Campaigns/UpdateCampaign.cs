using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>update_campaign: changes a campaign and empties its hopper.</summary>
internal sealed class UpdateCampaign() : DialerFunction(DialerApi.NonAgent, "update_campaign", "2.14-107")
{
    public override void Run(FunctionContext context)
    {
        if (CampaignRights.Find(context) is not Campaign campaign
            || SettingChanges.Read(context, CampaignFields.All) is not List<Action<Campaign>> changes
            || !DialStatusChange.Read(context, campaign, out string? statuses))
        {
            return;
        }

        if (statuses is not null)
        {
            changes.Add(one => one.DialStatuses = statuses);
        }

        if (changes.Count == 0)
        {
            context.Response.Line("NOTICE: update_campaign NO UPDATES DEFINED: |", context.CallerName, string.Empty);
        }
        else
        {
            changes.Apply(campaign);
            context.Response.Line("SUCCESS: update_campaign CAMPAIGN HAS BEEN UPDATED - ", context.CallerName, campaign.Id);
        }

        if (context.IsYes("reset_hopper", CharacterFilter.Capitals))
        {
            context.World.RemoveFromHopper(entry => string.Equals(entry.CampaignId, campaign.Id, StringComparison.OrdinalIgnoreCase));
            context.Response.Line("NOTICE: update_campaign HOPPER HAS BEEN RESET - ", context.CallerName, campaign.Id, string.Empty);
        }
    }
}
