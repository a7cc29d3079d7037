using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_add_lead: adds a lead to the list of the numbers that the agent's campaign dials by hand.</summary>
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

        Lead lead = context.World.Leads.Add(Read(context, campaign.ManualDialList, value));
        context.Say(
            "SUCCESS", "lead added", value, campaign.Id, FunctionContext.Number(lead.ListId), FunctionContext.Number(lead.Id), agentUser);
    }

    private static string PhoneCode(FunctionContext context) => context.Text("phone_code", CharacterFilter.DialCode);

    private static bool IsAsked(FunctionContext context, string check) => context.Text(check, CharacterFilter.Id) is "YES" or "Y";

    private static Lead Read(FunctionContext context, long listId, string number)
    {
        var lead = new Lead { ListId = listId };
        foreach (ScreenLeadField field in ScreenLeadField.All)
        {
            field.Set(lead, field.Read(context));
        }

        string vendorId = context.Text("vendor_id", CharacterFilter.VendorId, 20);
        lead.VendorLeadCode = vendorId.Length > 0 ? vendorId : lead.VendorLeadCode;
        lead.PhoneNumber = number;
        lead.GmtOffset = 0;
        lead.User = context.CallerName;
        lead.EntryDate = context.Now;
        lead.LastLocalCallTime = context.Now;
        return lead;
    }
}
