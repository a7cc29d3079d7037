using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>hopper_bulk_insert: adds many leads to the hopper and reports each.</summary>
internal sealed class HopperBulkInsert() : DialerFunction(DialerApi.NonAgent, "hopper_bulk_insert", "2.14-202")
{
    private const int MostLeads = 1000;
    private const string NotAdded = "NOTICE: hopper_bulk_insert NOT ADDED TO HOPPER, ";

    private enum Outcome
    {
        Added,
        NotFound,
        NoCampaign,
        Refused,
    }

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.Permits(context, caller.ApiAccess && caller.ModifyCampaigns && caller.Level >= 8, "ADD LEADS TO THE HOPPER"))
        {
            return;
        }

        string[] ids = context.Text("lead_ids", CharacterFilter.PhoneNumbers).Split(',').Where(id => id.Length > 0).ToArray();
        if (ids.Length == 0)
        {
            // Without a lead, the dialer's statement is invalid.
            context.FailAtQuery();
            return;
        }

        Outcome[] outcomes = ids.Select((id, place) => Add(context, id, place < MostLeads)).ToArray();
        int added = outcomes.Count(outcome => outcome == Outcome.Added);
        int notFound = outcomes.Count(outcome => outcome is Outcome.NotFound or Outcome.NoCampaign);
        string failed = FunctionContext.Number(outcomes.Count(outcome => outcome is Outcome.Refused or Outcome.NoCampaign));
        if (added > 0)
        {
            string last = FunctionContext.Number(context.World.Hopper[context.World.Hopper.Count - 1].Id);
            context.Response.Line(
                "SUCCESS: hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER - ",
                FunctionContext.Number(added),
                failed,
                last,
                context.CallerName);
        }
        else
        {
            context.Response.Line(
                "ERROR: hopper_bulk_insert NO LEADS HAVE BEEN INSERTED INTO THE HOPPER - ",
                failed,
                FunctionContext.Number(notFound),
                context.CallerName);
        }
    }

    private static Outcome Add(FunctionContext context, string id, bool isLookedUp)
    {
        ResponseWriter response = context.Response;
        Lead? lead = isLookedUp ? context.World.Leads.Find(FunctionContext.Integer(id)) : null;
        LeadList? list = lead is null ? null : context.World.FindList(lead.ListId);
        if (lead is null || (list is not null && context.CallerGroup?.AllowsCampaign(list.CampaignId) != true))
        {
            response.Line(NotAdded + "LEAD NOT FOUND - ", id);
            return Outcome.NotFound;
        }

        if (context.World.FindInHopper(lead.Id) is not null)
        {
            response.Line(NotAdded + "LEAD IS ALREADY IN THE HOPPER - ", id);
            return Outcome.Refused;
        }

        if (list is null)
        {
            response.Line("NOTICE: hopper_bulk_insert CAMPAIGN DOES NOT EXIST - ", FunctionContext.Number(lead.ListId), id);
            response.Line(NotAdded + "LEAD NOT FOUND - ", id);
            return Outcome.NoCampaign;
        }

        if (!HopperRequest.IsTimeRight(context, lead))
        {
            response.Line(
                NotAdded + "OUTSIDE OF LOCAL TIME, - ", id, lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture), lead.State, "0");
            return Outcome.Refused;
        }

        if (HopperRequest.Add(context, lead) is not HopperEntry entry)
        {
            response.Line(NotAdded + "LEAD HOPPER INSERT ERROR - ", id);
            return Outcome.Refused;
        }

        response.Line(
            "NOTICE: hopper_bulk_insert LEAD ADDED TO HOPPER - ",
            lead.PhoneNumber,
            id,
            FunctionContext.Number(entry.Id),
            context.CallerName
        );
        return Outcome.Added;
    }
}
