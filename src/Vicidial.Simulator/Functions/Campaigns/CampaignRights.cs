using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>The first checks of the functions that change something in a campaign.</summary>
internal static class CampaignRights
{
    private const int LongestId = 8;

    /// <summary>Whether the account may change campaigns. If not, writes an error to the response.</summary>
    public static bool MayUpdate(FunctionContext context, string purpose) => NonAgentApi.PermitsChange(
        context, context.Caller.ApiAccess && context.Caller.ModifyCampaigns && context.Caller.Level >= 8, purpose);

    /// <summary>The campaign, if the account may change it; otherwise null, with an error in the response.</summary>
    public static Campaign? Find(FunctionContext context, int longestId = LongestId)
    {
        if (!MayUpdate(context, "UPDATE CAMPAIGNS"))
        {
            return null;
        }

        string id = context.Text("campaign_id", CharacterFilter.Id);
        if (id.Length < 2 || id.Length > longestId)
        {
            context.Response.Line(
                $"ERROR: {context.Function} YOU MUST USE ALL REQUIRED FIELDS: |",
                context.CallerName,
                id,
                context.Text("campaign_name", CharacterFilter.SettingName),
                id);
            return null;
        }

        if (context.World.FindCampaign(id) is not Campaign campaign || context.CallerGroup?.AllowsCampaign(campaign.Id) != true)
        {
            context.Response.Line($"ERROR: {context.Function} CAMPAIGN DOES NOT EXIST: |", context.CallerName, id);
            return null;
        }

        return campaign;
    }
}
