using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>agent_stats_export: how each agent spent a period.</summary>
internal sealed class AgentStatsExport() : DialerFunction(DialerApi.NonAgent, "agent_stats_export", "2.10-69")
{
    private const string CampaignRelease = "2.14-194";
    private const int TimeLength = 19;

    private static readonly string[] Columns =
    [
        "user", "full_name", "user_group", "calls", "login_time", "total_talk_time", "avg_talk_time", "avg_wait_time", "pct_of_queue", "pause_time",
        "sessions", "avg_session", "pauses", "avg_pause_time", "pause_pct", "pauses_per_session",
    ];

    private static readonly string[] TimeColumns = ["wait_time", "talk_time", "dispo_time", "dead_time"];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET AGENT INFO"))
        {
            return;
        }

        bool knowsCampaigns = context.World.Generation.Has(CampaignRelease);
        string start = context.Text("datetime_start", CharacterFilter.TimeText).Replace('+', ' ');
        string end = context.Text("datetime_end", CharacterFilter.TimeText).Replace('+', ' ');
        string user = context.Text("agent_user", CharacterFilter.Id);
        string campaign = knowsCampaigns ? context.Text("campaign_id", CharacterFilter.Id) : string.Empty;
        string[] search = knowsCampaigns ? [context.CallerName, user, start, end, campaign] : [context.CallerName, user, start, end];
        if (start.Length != TimeLength || end.Length != TimeLength)
        {
            context.Response.Line("ERROR: agent_stats_export INVALID SEARCH PARAMETERS: ", search);
            return;
        }

        bool isByCampaign = knowsCampaigns && context.Text("group_by_campaign", CharacterFilter.Alphanumeric) == "YES";
        SortedDictionary<string, AgentTotals>.ValueCollection agents = Count(context.World, start, end, user, campaign, isByCampaign);
        if (agents.Count == 0)
        {
            // At this point, old releases have lost the search values.
            string[] told = knowsCampaigns ? search : [context.CallerName, string.Empty, string.Empty, string.Empty];
            context.Response.Line("ERROR: agent_stats_export NO RECORDS FOUND - ", told);
            return;
        }

        Write(context, agents, isByCampaign);
    }

    private static SortedDictionary<string, AgentTotals>.ValueCollection Count(
        CallCenter world, string start, string end, string user, string campaign, bool isByCampaign)
    {
        var totals = new SortedDictionary<string, AgentTotals>(StringComparer.OrdinalIgnoreCase);
        foreach (AgentActivity activity in world.Activities)
        {
            string time = CallCenter.Stamp(activity.StartedAt);
            if (string.CompareOrdinal(time, start) < 0 || string.CompareOrdinal(time, end) > 0
                || (user.Length > 0 && !string.Equals(activity.User, user, StringComparison.OrdinalIgnoreCase))
                || (campaign.Length > 0 && !string.Equals(activity.CampaignId, campaign, StringComparison.OrdinalIgnoreCase))
                || world.FindUser(activity.User) is not DialerUser agent)
            {
                continue;
            }

            string key = isByCampaign ? activity.CampaignId + "\n" + agent.Name : agent.Name;
            if (!totals.TryGetValue(key, out AgentTotals? total))
            {
                total = new AgentTotals(agent, activity.CampaignId);
                totals.Add(key, total);
            }

            total.Add(activity);
        }

        return totals.Values;
    }

    private static void Write(FunctionContext context, SortedDictionary<string, AgentTotals>.ValueCollection agents, bool isByCampaign)
    {
        bool showsTimes = context.World.Generation.Has(CampaignRelease);
        char delimiter = context.Delimiter;
        if (context.WantsHeader)
        {
            string[] names = showsTimes ? [.. Columns, .. TimeColumns] : Columns;
            context.Response.Row(delimiter, isByCampaign ? ["campaign_id", .. names] : names);
        }

        int allCalls = 0;
        foreach (AgentTotals agent in agents)
        {
            allCalls += agent.Calls;
        }

        var times = TimeFormat.Asked(context);
        foreach (AgentTotals agent in agents)
        {
            string[] values = Values(agent, allCalls, times);
            string[] row = showsTimes
                ? [.. values, times.Text(agent.Wait), times.Text(agent.Talk), times.Text(agent.Disposition), times.Text(agent.Dead)]
                : [.. values, times.Text(agent.Wait)];
            context.Response.Row(delimiter, isByCampaign ? [agent.CampaignId, .. row] : row);
        }
    }

    private static string[] Values(AgentTotals agent, int allCalls, TimeFormat times) =>
    [
        agent.User.Name,
        agent.User.FullName,
        agent.User.Group,
        FunctionContext.Number(agent.Calls),
        times.Text(agent.LoginTime),
        times.Text(agent.Talk - agent.Dead),

        // The dialer uses the talk time before it is set.
        times.Text(0),
        times.Text(Average(agent.Wait, agent.Calls)),
        Percent(agent.Calls, allCalls),
        FunctionContext.Number(agent.Pause),
        FunctionContext.Number(agent.Sessions),
        times.Text(Average(agent.LoginTime, agent.Sessions)),
        FunctionContext.Number(agent.Pauses),
        times.Text(Average(agent.Pause, agent.Pauses)),
        Percent(agent.Pause, agent.LoginTime),
        FunctionContext.Number(Average(agent.Pauses, agent.Sessions)),
    ];

    private static int Average(int sum, int count) =>
        count == 0 ? 0 : (int)Math.Round((decimal)sum / count, MidpointRounding.AwayFromZero);

    private static string Percent(int part, int whole)
    {
        decimal percent = whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
        return percent.ToString("0.#", CultureInfo.InvariantCulture) + "%";
    }
}
