using Vicidial.Simulator.Functions.Leads;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_add_lead: adds a lead to the list for the numbers that agents of the campaign dial manually.</summary>
internal sealed class ExternalAddLead() : AgentFunction("external_add_lead", "2.4-27")
{
    private const int ShortestNumber = 2;

    protected override string Value(FunctionContext context)
    {
        string value = base.Value(context);
        return value.Length > 0 ? value : context.PhoneNumber;
    }

    protected override bool IsValid(FunctionContext context, string value) => value.Length >= ShortestNumber && PhoneCode(context).Length > 0;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [value, PhoneCode(context), agentUser, altUser];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        Campaign? campaign = context.World.FindCampaign(agent.CampaignId);
        if (campaign is null || campaign.ManualDialList == 0)
        {
            context.Say("ERROR", "campaign manual dial list undefined", value, campaign?.Id ?? string.Empty, agentUser);
            return;
        }

        if (IsAsked(context, "dnc_check") && context.World.Dnc.Contains(value, withAreaCode: false))
        {
            context.Say("ERROR", "add_lead PHONE NUMBER IN DNC", value, agentUser);
            return;
        }

        if (IsAsked(context, "campaign_dnc_check") && context.World.Dnc.Contains(campaign.DncCampaignId, value, withAreaCode: false))
        {
            context.Say("ERROR", "add_lead PHONE NUMBER IN CAMPAIGN DNC", value, campaign.Id, agentUser);
            return;
        }

        if (LeadTable.Insert(context, Read(context, campaign.ManualDialList, value)) is not Lead lead)
        {
            context.Say("ERROR", "lead insertion failed", value, campaign.Id, FunctionContext.Number(campaign.ManualDialList), agentUser);
            return;
        }

        context.Say(
            "SUCCESS", "lead added", value, campaign.Id, FunctionContext.Number(lead.ListId), FunctionContext.Number(lead.Id), agentUser);
    }

    private static string Read(FunctionContext context, long listId, string number) =>
        SqlStatement.Set(Values(context, listId, number), LeadTable.Quote(context));

    private static string PhoneCode(FunctionContext context) => context.Text("phone_code", CharacterFilter.DialCode);

    private static bool IsAsked(FunctionContext context, string check) => context.Text(check, CharacterFilter.Id) is "YES" or "Y";

    private static IEnumerable<KeyValuePair<string, string>> Values(FunctionContext context, long listId, string number)
    {
        string vendorId = context.Text("vendor_id", CharacterFilter.VendorId);
        foreach (KeyValuePair<string, string> value in ScreenLeadField.All.Select(field => field.Read(context)))
        {
            string? own = value.Key switch
            {
                "phone_number" => number,
                "vendor_lead_code" when vendorId.Length > 0 => vendorId,
                "gmt_offset_now" => "0",
                _ => null,
            };
            yield return new(value.Key, own ?? value.Value);
        }

        yield return new("list_id", FunctionContext.Number(listId));
        yield return new("status", "NEW");
        yield return new("user", context.CallerName);
    }
}
