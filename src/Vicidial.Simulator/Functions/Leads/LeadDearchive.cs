using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_dearchive: moves a lead back into the active table.</summary>
internal sealed class LeadDearchive() : DialerFunction(DialerApi.NonAgent, "lead_dearchive", "2.14-194")
{
    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.Permits(context, caller.ApiAccess && caller.ModifyLeads == 1 && caller.Level >= 8, "MODIFY LEAD INFO"))
        {
            return;
        }

        CallCenter world = context.World;
        string id = context.Text("lead_id", CharacterFilter.Digits);
        if (id.Length == 0)
        {
            context.Response.Line("ERROR: lead_dearchive INVALID SEARCH PARAMETERS: ", context.CallerName, id);
            return;
        }

        long number = FunctionContext.Integer(id);
        if (world.Archive.Find(number) is not Lead lead || world.FindList(lead.ListId) is not LeadList list
            || context.CallerGroup?.AllowsCampaign(list.CampaignId) != true)
        {
            context.Response.Line("ERROR: lead_dearchive ARCHIVED LEAD NOT FOUND: ", context.CallerName, id, string.Empty, string.Empty);
            return;
        }

        if (world.Leads.Find(number) is Lead active)
        {
            context.Response.Line("ERROR: lead_dearchive NON-ARCHIVED LEAD FOUND: ", context.CallerName, id, FunctionContext.Number(active.ListId));
            return;
        }

        if (context.Meets(FaultKind.LeadTableFull))
        {
            context.RefuseStatement();
            context.Response.Line("ERROR: lead_dearchive LEAD INSERT FAILED: ", context.CallerName, id, FunctionContext.Number(lead.ListId));
            return;
        }

        long next = world.Leads.NextId;
        world.Archive.Remove(lead);
        world.Leads.Add(lead);

        // An existing ID does not change the next ID.
        world.Leads.NextId = next;
        context.Response.Line("SUCCESS: lead_dearchive LEAD DE-ARCHIVED: ", context.CallerName, id, "1", "1");
    }
}
