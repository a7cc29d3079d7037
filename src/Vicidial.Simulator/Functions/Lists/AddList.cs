using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>add_list: creates a list.</summary>
internal sealed class AddList() : DialerFunction(DialerApi.NonAgent, "add_list", "2.10-69")
{
    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyLists && caller.Level >= 8, "ADD LISTS"))
        {
            return;
        }

        string id = context.Text("list_id", CharacterFilter.Digits);
        string name = context.Text("list_name", CharacterFilter.ListName);
        string campaignId = context.Text("campaign_id", CharacterFilter.Id);
        if (id.Length is < 2 or > 14 || name.Length is < 2 or > 30 || campaignId.Length < 2)
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, id, name, campaignId);
            return;
        }

        if (context.World.FindCampaign(campaignId) is not Campaign campaign || context.CallerGroup?.AllowsCampaign(campaign.Id) != true)
        {
            context.Response.Line($"ERROR: {Name} CAMPAIGN DOES NOT EXIST: |", context.CallerName, campaignId);
            return;
        }

        long number = FunctionContext.Integer(id);
        if (context.World.FindList(number) is not null)
        {
            context.Response.Line($"ERROR: {Name} LIST ALREADY EXISTS: |", context.CallerName, id);
            return;
        }

        var list = new LeadList(number, campaign.Id)
        {
            Name = name,
            IsActive = false,
            ChangedAt = context.Now,
        };
        if (!Fill(context, list))
        {
            return;
        }

        context.World.Lists[number] = list;
        context.Response.Line($"SUCCESS: {Name} LIST HAS BEEN ADDED - ", context.CallerName, id, name, campaignId);
    }

    private static bool Fill(FunctionContext context, LeadList list)
    {
        if (SettingChanges.Read(context, ListFields.OfNewList) is not List<Action<LeadList>> changes)
        {
            return false;
        }

        CustomFieldCopy copy = CustomFieldCopy.Read(context, list);
        if (copy.Complaint is string complaint)
        {
            context.Response.Line($"ERROR: add_list {complaint}");
            return false;
        }

        changes.Apply(list);
        copy.Apply();
        return true;
    }
}
