using Vicidial.Simulator.Screens;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>switch_lead: makes the agent's screen assign another lead to an inbound call.</summary>
internal sealed class SwitchLead() : AgentFunction("switch_lead", "2.14-107")
{
    protected override bool IsValid(FunctionContext context, string value) => LeadId(context).Length > 0 || VendorCode(context).Length > 0;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [LeadId(context), VendorCode(context), agentUser];

    protected override string PermissionValue(FunctionContext context, string value) => LeadId(context);

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        Campaign? campaign = context.World.FindCampaign(agent.CampaignId);
        if (!AgentCall.IsLive(agent))
        {
            context.Say("ERROR", "agent_user does not have a live call", agentUser);
        }
        else if (!agent.CallerId.StartsWith("Y", StringComparison.Ordinal))
        {
            context.SayOpen("ERROR", "agent call is not inbound", $"{agentUser}|{agent.CallerId}");
        }
        else if (campaign is null)
        {
            context.Say("ERROR", "campaign not found", agentUser, agent.CampaignId);
        }
        else if (!campaign.AllowsLeadSearch)
        {
            context.Say("ERROR", "campaign does not allow inbound lead search", agentUser, campaign.Id);
        }
        else if (Find(context) is not Lead lead)
        {
            context.Say("ERROR", "switch-to lead not found", agentUser, LeadId(context), VendorCode(context));
        }
        else
        {
            context.World.Screens.Leave(agent, new SwitchLeadCommand(lead.Id));
            context.Say(
                "SUCCESS", "switch_lead function set", agentUser, FunctionContext.Number(lead.Id), lead.VendorLeadCode, campaign.Id,
                FunctionContext.Number(agent.LeadId), string.Empty);
        }
    }

    private static string LeadId(FunctionContext context) => context.Text("lead_id", CharacterFilter.Digits);

    private static string VendorCode(FunctionContext context) => context.Text("vendor_lead_code", CharacterFilter.VendorId, 20);

    /// <summary>Finds the lead. The vendor lead code takes precedence over the lead ID.</summary>
    private static Lead? Find(FunctionContext context)
    {
        string code = SqlStatement.Literal(VendorCode(context), '\'') ?? throw new PhpFatalException();
        return code.Length > 0
            ? context.World.Leads.WithVendorLeadCodes([code]).OrderByDescending(lead => lead.Id).FirstOrDefault()
            : long.TryParse(LeadId(context), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? context.World.Leads.Find(id) : null;
    }
}
