using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>call_dispo_report: a table of the dispositions of calls, by campaign, in-group, and DID.</summary>
internal sealed class CallDispoReport() : DialerFunction(DialerApi.NonAgent, "call_dispo_report", "2.14-107")
{
    /// <summary>The category of all statuses, because this call center has no categories.</summary>
    private const string UsualCategory = "UNDEFINED";

    public override bool NeedsSource => false;

    public override void Run(FunctionContext context)
    {
        string campaigns = context.Text("campaigns", CharacterFilter.IdList);
        string ingroups = context.Text("ingroups", CharacterFilter.Id);
        string didIds = context.Text("did_ids", CharacterFilter.DidPatterns);
        string didPatterns = context.Text("did_patterns", CharacterFilter.DidPatterns);
        bool isFirst = !context.World.Generation.Has("2.14-194");
        if (isFirst)
        {
            // The first release with the report counts every campaign, whichever is requested, and misses DIDs of one digit.
            campaigns = campaigns.Length == 0 ? campaigns : "ALLCAMPAIGNS";
            didIds = didIds.Length == 1 ? string.Empty : didIds;
        }

        if (campaigns.Length + ingroups.Length + didIds.Length + didPatterns.Length == 0)
        {
            string source = context.Text("source", CharacterFilter.Alphanumeric);
            context.Response.Line("ERROR: call_dispo_report INVALID OR MISSING CAMPAIGNS, INGROUPS, OR DIDS - ", source)
                .Line("ERROR: Invalid Source: |", source, string.Empty);
            return;
        }

        if (context.Caller.Level < 9 || !context.Caller.ViewReports)
        {
            // The dialer reports it under the name of a similar function.
            context.Response.Line("ERROR: call_status_stats USER DOES NOT HAVE PERMISSION TO VIEW STATS: |", context.CallerName, "0", string.Empty);
            return;
        }

        if (isFirst && context.Text("categories", CharacterFilter.IdList).Length > 0)
        {
            // Its statement names a column that does not exist.
            context.FailAtQuery();
            return;
        }

        CallCenter world = context.World;
        var table = new DispositionTable();
        List<CallRecord> calls = Find(context);
        foreach (string id in ReportSearch.Select(world.Campaigns.Select(campaign => campaign.Id), campaigns, "ALLCAMPAIGNS"))
        {
            table.Add(id, calls.Where(call => !call.IsInbound && IsOf(call, id)));
        }

        foreach (string id in ReportSearch.Select(ReportSearch.InboundGroups(world, _ => true), ingroups, "ALLGROUPS"))
        {
            table.Add(id, calls.Where(call => call.IsInbound && IsOf(call, id)));
        }

        if (ingroups.Length == 0)
        {
            AddDids(world, table, calls, didIds, didPatterns);
        }

        Write(context, table);
    }

    private static bool IsOf(CallRecord call, string id) => string.Equals(call.CampaignId, id, StringComparison.OrdinalIgnoreCase);

    private static List<CallRecord> Find(FunctionContext context)
    {
        if (ReportSearch.Set(context.Text("categories", CharacterFilter.IdList))?.Contains(UsualCategory) == false)
        {
            return [];
        }

        ReportSearch search = ReportSearch.Read(context);
        HashSet<string>? users = ReportSearch.Set(context.Text("users", CharacterFilter.IdList));
        HashSet<string>? userGroups = ReportSearch.Set(context.Text("user_groups", CharacterFilter.IdList));
        return
        [
            .. context.World.CallLog.Calls.Where(call =>
                search.Covers(call) && users?.Contains(call.User) != false && userGroups?.Contains(call.UserGroup) != false),
        ];
    }

    private static void AddDids(CallCenter world, DispositionTable table, List<CallRecord> calls, string didIds, string didPatterns)
    {
        foreach (Did did in world.Dids.OrderBy(did => did.Pattern, StringComparer.Ordinal))
        {
            bool isWanted = didIds == "ALLDIDS" || didPatterns == "ALLPATTERNS"
                || didIds == FunctionContext.Number(did.Id) || didPatterns == did.Pattern;
            if (!isWanted)
            {
                continue;
            }

            // The dialer queries one in-group at a time, and writes the column names again each time.
            foreach (IGrouping<string, CallRecord> group in calls.Where(call => call.DidNumber == did.Pattern)
                .GroupBy(call => call.CampaignId, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase))
            {
                table.Add(did.Pattern, group, hasOwnHeadings: true);
            }
        }
    }

    private static void Write(FunctionContext context, DispositionTable table)
    {
        context.ContentType = context.Text("file_download", CharacterFilter.Digits) == "1" ? "application/octet-stream" : "text/plain;charset=UTF-8";
        bool isBrokenDown = IsOn("status_breakdown");
        bool showsPercentages = IsOn("show_percentages");
        ResponseWriter response = context.Response;
        response.Write("CAMPAIGN,TOTAL CALLS");
        if (isBrokenDown)
        {
            foreach (string status in table.Headings)
            {
                response.Write(',').Write(status);
            }
        }

        foreach (DispositionRow row in table.Rows)
        {
            response.Write('\n');
            WriteRow(row);
        }

        response.Write('\n');
        WriteRow(table.Total());

        bool IsOn(string name) => context.Raw(name) is "1" or "Y";

        void WriteRow(DispositionRow row)
        {
            response.Write(row.Name).Write(',').Write(row.Calls);
            foreach (string status in isBrokenDown ? table.Statuses : [])
            {
                int count = row.Count(status);
                response.Write(',').Write(count);
                if (showsPercentages)
                {
                    decimal percent = row.Calls == 0 ? 0 : Math.Round(100m * count / row.Calls, 1, MidpointRounding.AwayFromZero);
                    response.Write(" (").Write(percent.ToString("0.0", CultureInfo.InvariantCulture)).Write("%)");
                }
            }
        }
    }
}
