using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_callback_info: the scheduled callbacks of a lead, archived ones first.</summary>
internal sealed class LeadCallbackInfo() : DialerFunction(DialerApi.NonAgent, "lead_callback_info", "2.14-194")
{
    private const int LongestLeadId = 11;

    private static readonly string[] Columns =
    [
        "lead_id", "callback_type", "recipient", "callback_status", "lead_status", "callback_date", "entry_date", "user", "list_id", "campaign_id",
        "user_group", "customer_timezone", "customer_time", "comments",
    ];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET LEAD INFO"))
        {
            return;
        }

        string leadId = context.Text("lead_id", CharacterFilter.Digits);
        if (leadId.Length is 0 or > LongestLeadId)
        {
            context.Response.Line("ERROR: lead_callback_info INVALID SEARCH PARAMETERS: ", context.CallerName, leadId);
            return;
        }

        string location = context.Text("search_location", CharacterFilter.Capitals);
        string header = context.Text("header", CharacterFilter.Alphanumeric);
        var found = new List<ScheduledCallback>();
        if (header is "" or "YES" or "NO" && long.TryParse(leadId, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            if (location is "ARCHIVE" or "ALL")
            {
                found.AddRange(Find(context.World, id, isArchived: true));
            }

            if (location is "" or "CURRENT" or "ALL")
            {
                found.AddRange(Find(context.World, id, isArchived: false));
            }
        }

        if (found.Count == 0)
        {
            context.Response.Line("ERROR: lead_callback_info CALLBACK NOT FOUND: ", context.CallerName, leadId, StageName(context), location);
            return;
        }

        if (NonAgentApi.IsListRestricted(context))
        {
            // The dialer does not read the allowed lists for this function, so an account with a restriction may see none.
            context.Response.Line("ERROR: lead_callback_info LEAD NOT FOUND: |", context.CallerName, "1", string.Empty);
            return;
        }

        char delimiter = context.FieldDelimiter;
        if (context.WantsHeader)
        {
            context.Response.Row(delimiter, Columns);
        }

        foreach (ScheduledCallback callback in found)
        {
            WriteRow(context, callback, delimiter);
        }
    }

    private static List<ScheduledCallback> Find(CallCenter world, long leadId, bool isArchived)
    {
        var found = new List<ScheduledCallback>();
        foreach (ScheduledCallback callback in world.Callbacks)
        {
            if (callback.LeadId == leadId && callback.IsArchived == isArchived)
            {
                found.Add(callback);
            }
        }

        StableSort.By(found, (one, other) => one.EntryDate.CompareTo(other.EntryDate));
        return found;
    }

    private static string StageName(FunctionContext context) =>
        context.Raw("stage") is "csv" or "tab" or "newline" ? context.Raw("stage")! : "pipe";

    private static void WriteRow(FunctionContext context, ScheduledCallback callback, char delimiter) => context.Response.Row(
        delimiter,
        FunctionContext.Number(callback.LeadId),
        callback.IsArchived ? "ARCHIVE" : "CURRENT",
        callback.Kind,
        callback.StateAt(context.Now),
        callback.LeadStatus,
        callback.DueAt,
        CallCenter.Stamp(callback.EntryDate),
        callback.User,
        FunctionContext.Number(callback.ListId),
        callback.CampaignId,
        callback.UserGroup,
        callback.CustomerTimeZone.Replace(',', '-'),
        callback.CustomerTime,
        callback.Comments);
}
