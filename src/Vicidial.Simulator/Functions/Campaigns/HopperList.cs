using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>hopper_list: the leads that a campaign dials next, in dial order.</summary>
internal sealed class HopperList() : DialerFunction(DialerApi.NonAgent, "hopper_list", "2.14-194")
{
    private const int MostEntries = 10_000;
    private const int HoursOfDay = 24;
    private const int DaysOfYear = 365;

    private const string Columns =
        "hopper_order|priority|lead_id|list_id|phone_number|phone_code|state|status|count|gmt_offset|rank|alt|hopper_source"
        + "|vendor_lead_code|source_id|age_days|last_call_time";

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.Permits(context, caller.ApiAccess && caller.ViewReports && caller.Level >= 8, "GET CAMPAIGN INFO"))
        {
            return;
        }

        string id = context.Text("campaign_id", CharacterFilter.Id);
        if (context.World.FindCampaign(id) is not Campaign campaign || context.CallerGroup?.AllowsCampaign(campaign.Id) != true)
        {
            context.Response.Line("ERROR: hopper_list THIS CAMPAIGN DOES NOT EXIST: |", context.CallerName, id);
            return;
        }

        List<HopperEntry> entries = context.World.Hopper
            .Where(entry => entry.Status == HopperEntry.Ready && string.Equals(entry.CampaignId, campaign.Id, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(entry => entry.Priority)
            .ThenBy(entry => entry.Id)
            .Take(MostEntries)
            .ToList();
        if (entries.Count == 0)
        {
            context.Response.Line("ERROR: hopper_list THERE ARE NO LEADS IN THE HOPPER FOR THIS CAMPAIGN: ", context.CallerName, id);
            return;
        }

        context.WriteHeader(Columns);
        for (int i = 0; i < entries.Count; i++)
        {
            WriteRow(context, entries[i], i);
        }
    }

    private static void WriteRow(FunctionContext context, HopperEntry entry, int order)
    {
        Lead lead = entry.Lead;
        context.Response.Row(
            context.Delimiter,
            FunctionContext.Number(order),
            FunctionContext.Number(entry.Priority),
            FunctionContext.Number(lead.Id),
            FunctionContext.Number(lead.ListId),
            lead.PhoneNumber,
            lead.PhoneCode,
            lead.State,
            lead.Status,
            FunctionContext.Number(lead.CalledCount),
            lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture),
            FunctionContext.Number(lead.Rank),
            entry.AltDial,
            entry.Source,
            lead.VendorLeadCode,
            lead.SourceId,
            FunctionContext.Number((context.Now.Date - lead.EntryDate.Date).Days),
            AgeOfCall(context.Now, lead.LastLocalCallTime));
    }

    /// <summary>How long ago the last call was, as a text that the dialer pads with spaces.</summary>
    private static string AgeOfCall(DateTime now, DateTime? call)
    {
        if (call is not DateTime time)
        {
            return "NEVER    ";
        }

        long hours = (long)Math.Max(0, (now - time).TotalHours);
        long days = hours / HoursOfDay;
        return hours < HoursOfDay ? FunctionContext.Number(hours) + " HOURS "
            : days < DaysOfYear ? FunctionContext.Number(days) + " DAYS  "
            : FunctionContext.Number(days / DaysOfYear) + " YEARS ";
    }
}
