using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>logged_in_agents: one row for each agent that the caller may see.</summary>
internal sealed class LoggedInAgents() : DialerFunction(DialerApi.NonAgent, "logged_in_agents", "2.14-107")
{
    private static readonly string[] Columns =
    [
        "user", "campaign_id", "session_id", "status", "lead_id", "callerid", "calls_today", "full_name", "user_group", "user_level",
    ];

    private static readonly string[] SubStatusColumns = ["pause_code", "sub_status"];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET AGENT INFO"))
        {
            return;
        }

        bool showsSubStatus = context.Text("show_sub_status", CharacterFilter.Capitals) == "YES";
        char delimiter = context.Delimiter;
        HashSet<string>? campaigns = Names(context.Text("campaigns", CharacterFilter.IdList));
        HashSet<string>? groups = Names(context.Text("user_groups", CharacterFilter.IdList));
        UserGroup? sight = context.CallerGroup;
        bool isFirst = true;
        foreach (LiveAgent agent in context.World.Floor.Agents)
        {
            if (sight is null || !sight.AllowsCampaign(agent.CampaignId) || !sight.SeesGroup(agent.User.Group)
                || campaigns?.Contains(agent.CampaignId) == false || groups?.Contains(agent.User.Group) == false)
            {
                continue;
            }

            if (isFirst && context.WantsHeader)
            {
                WriteHeader(context.Response, delimiter, showsSubStatus);
            }

            isFirst = false;
            WriteRow(context, agent, delimiter, showsSubStatus);
        }

        if (isFirst)
        {
            context.Response.Line(
                "ERROR: logged_in_agents NO LOGGED IN AGENTS: ",
                context.CallerName,
                context.Text("agent_user", CharacterFilter.Id)
            );
        }
    }

    /// <summary>Names joined with a bar; a comma is part of a name here.</summary>
    private static HashSet<string>? Names(string text) =>
        text.Length == 0 ? null : new HashSet<string>(text.Split('|'), StringComparer.OrdinalIgnoreCase);

    private static void WriteHeader(ResponseWriter response, char delimiter, bool showsSubStatus)
    {
        response.Write(string.Join(delimiter.ToString(), Columns));
        if (showsSubStatus)
        {
            response.Write(delimiter).Write(string.Join(delimiter.ToString(), SubStatusColumns));
        }

        response.Write('\n');
    }

    private static void WriteRow(FunctionContext context, LiveAgent agent, char delimiter, bool showsSubStatus)
    {
        long lead = showsSubStatus ? agent.LeadOnScreen : agent.LeadId;
        ResponseWriter response = context.Response;
        response.Write(agent.User.Name).Write(delimiter)
            .Write(agent.CampaignId).Write(delimiter)
            .Write(agent.SessionId).Write(delimiter)
            .Write(agent.Status).Write(delimiter)
            .Write(lead).Write(delimiter)
            .Write(agent.CallerId).Write(delimiter)
            .Write(agent.CallsToday).Write(delimiter)
            .Write(agent.User.FullName).Write(delimiter)
            .Write(agent.User.Group).Write(delimiter)
            .Write(agent.User.Level);
        if (showsSubStatus)
        {
            response.Write(delimiter).Write(agent.PauseCode).Write(delimiter).Write(AgentSight.SubStatus(context, agent));
        }

        response.Write('\n');
    }
}
