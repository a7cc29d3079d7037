using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_status_search: the leads whose calls ended with a status on a day, as one name and value per line.</summary>
internal sealed class LeadStatusSearch() : DialerFunction(DialerApi.NonAgent, "lead_status_search", "2.14-107")
{
    private const int MostCalls = 1000;
    private const int LongestStatus = 6;

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ModifyLeads is >= 1 and <= 4, "GET LEAD INFO"))
        {
            return;
        }

        string status = context.Text("status", CharacterFilter.Id, LongestStatus);
        string date = context.Text("date", CharacterFilter.DigitsAndDash);
        string leadId = context.Text("lead_id", CharacterFilter.Digits);
        bool byCalls = status.Length > 0 && date.Length > 0;
        if (!byCalls && leadId.Length == 0)
        {
            context.Response.Line("ERROR: lead_status_search INVALID SEARCH PARAMETERS: ", context.CallerName, status, date, leadId);
            return;
        }

        if (byCalls && context.CallerGroup?.AllowedCampaigns is not null)
        {
            // The dialer puts the campaigns after the row limit of its statement, which is invalid.
            context.FailAtQuery();
            return;
        }

        List<Lead> leads = byCalls ? FindByCalls(context, status, date) : FindById(context.LeadTable, leadId);
        if (leads.Count == 0)
        {
            context.Response.Line("ERROR: lead_status_search NO RESULTS FOUND: ", context.CallerName, leadId, status, string.Empty);
            return;
        }

        for (int i = 0; i < leads.Count; i++)
        {
            Write(context, leads[i], i + 1);
        }
    }

    private static List<Lead> FindById(LeadStore table, string leadId) =>
        long.TryParse(leadId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && table.Find(id) is Lead lead ? [lead] : [];

    private static List<Lead> FindByCalls(FunctionContext context, string status, string date)
    {
        var leads = new List<Lead>();
        if (!DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
        {
            return leads;
        }

        DateTime end = day.AddDays(1).AddSeconds(-1);
        Add(context.World.CallLog.Between(day, end, isInbound: false));
        Add(context.World.CallLog.Between(day, end, isInbound: true));
        return leads;

        void Add(List<CallRecord> calls)
        {
            int count = 0;
            foreach (CallRecord call in calls)
            {
                if (string.Equals(call.Status, status, StringComparison.OrdinalIgnoreCase) && count++ < MostCalls
                    && context.LeadTable.Find(call.LeadId) is Lead lead)
                {
                    leads.Add(lead);
                }
            }
        }
    }

    private static void Write(FunctionContext context, Lead lead, int number)
    {
        ResponseWriter response = context.Response;
        response.Write(";---------- START OF RECORD ").Write(number).Write(" ----------\n");
        string[] names = LeadColumns.Names(LeadColumns.All);
        string[] values = LeadColumns.Values(lead, LeadColumns.All);
        int last = LeadColumns.All - 1;
        Pair(names[last], values[last]);
        for (int i = 0; i < last; i++)
        {
            Pair(names[i], values[i]);
        }

        context.LogFound(string.Join("|", values));
        if (!context.IsYes("custom_fields", CharacterFilter.Alphanumeric)
            || CustomFieldRow.Labels(context.World, CustomList(context, lead)) is not { } labels
            || CustomFieldRow.Values(context, lead, labels) is not { } custom)
        {
            return;
        }

        for (int i = 0; i < labels.Count; i++)
        {
            Pair(labels[i], custom[i].Replace("\t", " -- ").Replace("\r", string.Empty).Replace("\n", "!N"));
        }

        void Pair(string name, string value) => response.Write(name).Write(" => ").Write(value).Write('\n');
    }

    private static long CustomList(FunctionContext context, Lead lead) =>
        long.TryParse(context.Text("list_id", CharacterFilter.Id), NumberStyles.None, CultureInfo.InvariantCulture, out long other) && other > 0
            ? other
            : CustomFieldRow.ListOf(lead);
}
