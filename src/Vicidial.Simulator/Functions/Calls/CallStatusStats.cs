using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>call_status_stats: the calls of campaigns and in-groups by hour and by status.</summary>
internal sealed class CallStatusStats() : DialerFunction(DialerApi.NonAgent, "call_status_stats", "2.14-107")
{
    private const int HoursOfDay = 24;

    /// <summary>The statuses of calls that a person answered.</summary>
    private static readonly HashSet<string> Human = new(StringComparer.OrdinalIgnoreCase)
    {
        "CALLBK", "CBHOLD", "DEC", "DNC", "DROP", "NI", "NP", "PDROP", "SALE", "WN", "XDROP", "XFER",
    };

    public override bool NeedsSource => false;

    public override void Run(FunctionContext context)
    {
        string campaigns = context.Text("campaigns", CharacterFilter.IdList);
        if (campaigns.Length == 0)
        {
            string source = context.Text("source", CharacterFilter.Alphanumeric);
            context
                .Response.Line("ERROR: call_status_stats INVALID OR MISSING CAMPAIGNS - ", source)
                .Line("ERROR: Invalid Source: |", source, string.Empty);
            return;
        }

        if (!NonAgentApi.Permits(context, context.Caller.ViewReports && context.Caller.Level >= 9, "VIEW STATS"))
        {
            return;
        }

        CallCenter world = context.World;
        ReportSearch search = ReportSearch.Read(context);
        List<string> ids = ReportSearch.Select(world.Campaigns.Select(campaign => campaign.Id), campaigns, "ALLCAMPAIGNS");
        string ingroups = context.Text("ingroups", CharacterFilter.Id);
        List<string> groups = ingroups.Length == 0
            ? ReportSearch.InboundGroups(world, campaign => ids.Contains(campaign.Id, StringComparer.OrdinalIgnoreCase))
            : ReportSearch.Select(ReportSearch.InboundGroups(world, _ => true), ingroups, "ALLGROUPS");
        WriteRows(context, ids, search, isInbound: false);
        WriteRows(context, groups, search, isInbound: true);
    }

    private static void WriteRows(FunctionContext context, List<string> ids, ReportSearch search, bool isInbound)
    {
        ILookup<string, CallRecord> calls = context.World.CallLog.Calls
            .Where(call => call.IsInbound == isInbound && search.Covers(call))
            .ToLookup(call => call.CampaignId, StringComparer.OrdinalIgnoreCase);
        foreach (string id in ids)
        {
            int[] hours = new int[HoursOfDay];
            var statuses = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            int total = 0;
            int human = 0;
            foreach (CallRecord call in calls[id])
            {
                total++;
                human += Human.Contains(call.Status) ? 1 : 0;
                hours[call.StartedAt.Hour]++;
                statuses[call.Status] = statuses.TryGetValue(call.Status, out int count) ? count + 1 : 1;
            }

            context.Response.Line(
                string.Empty,
                id,
                FunctionContext.Number(total),
                FunctionContext.Number(human),
                string.Join(
                    ",",
                    hours.Select(
                        (count, hour) => (hour < 10 ? "0" : string.Empty) + FunctionContext.Number(hour) + "-" + FunctionContext.Number(count)
                    )
                ),
                string.Join(",", statuses.Select(status => status.Key + "-" + FunctionContext.Number(status.Value))),
                string.Empty);
        }
    }
}
