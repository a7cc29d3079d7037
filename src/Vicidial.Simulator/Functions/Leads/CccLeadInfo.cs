using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>ccc_lead_info: the lead of a call that came from another cluster in the last hours.</summary>
internal sealed class CccLeadInfo() : DialerFunction(DialerApi.NonAgent, "ccc_lead_info", "2.14-107")
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(10);

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET LEAD INFO"))
        {
            return;
        }

        string callId = context.Text("call_id", CharacterFilter.Alphanumeric);
        if (!CallIds.IsValid(callId))
        {
            context.Response.Line("ERROR: ccc_lead_info INVALID SEARCH PARAMETERS: ", context.CallerName, callId);
            return;
        }

        CallRecord? call = context.World.CallLog.Find(callId);
        if (call is null || call.StartedAt < context.Now - Memory)
        {
            context.Response.Line("ERROR: ccc_lead_info CALL NOT FOUND: ", context.CallerName, context.Text("agent_user", CharacterFilter.Id));
            return;
        }

        Lead? lead = context.World.Leads.Find(call.LeadId);
        if (lead is null)
        {
            context.Response.Line("ERROR: ccc_lead_info LEAD NOT FOUND: ", context.CallerName, context.Text("agent_user", CharacterFilter.Id));
            return;
        }

        if (NonAgentApi.IsListRestricted(context)
            && context.CallerGroup?.AllowsCampaign(context.World.FindList(lead.ListId)?.CampaignId ?? string.Empty) != true)
        {
            context.Response.Line("ERROR: ccc_lead_info LEAD NOT FOUND: |", context.CallerName, "1", string.Empty);
            return;
        }

        char delimiter = context.FieldDelimiter;
        if (context.WantsHeader)
        {
            context.Response.Row(delimiter, LeadColumns.Names(LeadColumns.Common));
        }

        context.Response.Row(delimiter, LeadColumns.Values(lead, LeadColumns.Common));
    }
}
