using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>agent_ingroup_info: the in-groups that a logged-in agent chose, as text, as a panel, or as a form to change them.</summary>
internal sealed class AgentIngroupInfo() : DialerFunction(DialerApi.NonAgent, "agent_ingroup_info", "2.4-27")
{
    private const string Top =
        "<TABLE WIDTH=680 CELLPADDING=0 CELLSPACING=5 BGCOLOR=\"#D9E6FE\"><TR><TD ALIGN=LEFT>\n";

    private const string TopEnd =
        "</TD><TD>\n<a href=\"#\" onclick=\"hide_ingroup_info();\">Close</a></TD></TR><TR><TD COLSPAN=3 BGCOLOR=\"#CCCCFF\">\n"
        + "<TABLE CELLPADDING=0 CELLSPACING=3 BORDER=0>\n";

    private const string Bottom = "</TD></TR></TABLE>\n";

    private const string Verbs =
        "</SELECT><BR></TD></TR>\n<TR><TD ALIGN=RIGHT>Change, Add, Remove:\n</TD><TD ALIGN=LEFT>\n"
        + "<SELECT SIZE=1 NAME=ingroup_add_remove_change ID=ingroup_add_remove_change>\n"
        + "<option value=\"CHANGE\">CHANGE - Set in-groups to those selected above</option>\n"
        + "<option value=\"ADD\">ADD - Add in-groups selected above to agent selected</option>\n"
        + "<option value=\"REMOVE\">REMOVE - Remove in-groups selected above from agent selected</option>\n"
        + "</SELECT>\n</TD></TR>\n";

    public override void Run(FunctionContext context)
    {
        bool isTrusted = context.Text("source", CharacterFilter.Alphanumeric) == "queuemetrics";
        if (!NonAgentApi.Permits(context, isTrusted || context.Caller.ApiAccess, "GET AGENT INFO"))
        {
            return;
        }

        string name = context.Text("agent_user", CharacterFilter.Id);
        string stage = context.Text("stage", CharacterFilter.Id);
        LiveAgent? agent = AgentSight.FindUser(context, name) is null ? null : context.World.Floor.Find(name);
        if (agent is null)
        {
            context.Response.Line("ERROR: agent_ingroup_info INVALID USER ID - ", name, context.CallerName);
            return;
        }

        if (stage == "text")
        {
            context.Response.Line("SUCCESS:  - ", name, stage);
            WriteSummary(context.Response, agent, string.Empty);
            return;
        }

        context.Response.Write(Top).Write($"Agent: {name} - {agent.User.FullName} </TD><TD>\n &nbsp; Campaign: {agent.CampaignId}").Write(TopEnd);
        if (stage == "change" && context.Caller.ChangeAgentCampaign)
        {
            WriteForm(context, agent, name);
        }
        else
        {
            WritePanel(context, agent);
        }

        context.Response.Write(Bottom);
    }

    private static void WritePanel(FunctionContext context, LiveAgent agent)
    {
        foreach (InGroup group in Offered(context.World, agent))
        {
            string mark = AgentSight.Holds(agent.InGroups, group.Id) ? " *" : string.Empty;
            context.Response.Write($"<TR><TD>{group.Id}{mark}</TD><TD>{group.Name}</TD></TR>\n");
        }

        context.Response.Write("</TABLE><BR>\n");
        WriteSummary(context.Response, agent, "<BR>");
    }

    private static void WriteSummary(ResponseWriter response, LiveAgent agent, string lineBreak)
    {
        string chosen = agent.InGroups.Count == 0 ? string.Empty : $" {string.Join(" ", agent.InGroups)} -";
        response.Write($"SELECTED INGROUPS: {chosen}{lineBreak}\n")
            .Write($"OUTBOUND AUTODIAL: {(agent.IsBlended ? "Y" : "N")}{lineBreak}\n")
            .Write($"MANAGER OVERRIDE: {agent.ManagerOverride}{lineBreak}\n")
            .Write($"MANAGER: {agent.Manager}{lineBreak}\n\n");
    }

    private static void WriteForm(FunctionContext context, LiveAgent agent, string name)
    {
        ResponseWriter response = context.Response;
        if (agent.RingSeconds > 0)
        {
            response.Write("<TR><TD ALIGN=CENTER VALIGN=TOP COLSPAN=2><B>This is a Phone On-Hook Agent</B> &nbsp; Maximum Ring Time:  ")
                .Write(agent.RingSeconds).Write("</TD></TR>\n");
        }

        response.Write("<TR><TD ALIGN=RIGHT VALIGN=TOP>Selected In-Groups: </TD><TD ALIGN=LEFT>\n")
            .Write($"<INPUT TYPE=HIDDEN NAME=agent_user ID=agent_user value=\"{name}\">\n")
            .Write("<SELECT SIZE=10 NAME=ingroup_new_selections ID=ingroup_new_selections multiple>\n");
        InGroup[] offered = [.. Offered(context.World, agent)];
        if (offered.Length == 0)
        {
            response.Write("<option value=\"\">No In-Groups Allowed</option>\n");
        }

        foreach (InGroup group in offered)
        {
            string mark = AgentSight.Holds(agent.InGroups, group.Id) ? " SELECTED" : string.Empty;
            response.Write($"<option value=\"{group.Id}\"{mark}>{group.Id} - {group.Name}</option>\n");
        }

        bool canDial = context.World.FindCampaign(agent.CampaignId)?.DialsByItself == true;
        response.Write(Verbs);
        WriteChoice(response, "Blended Outbound Autodial", "blended", canDial, canDial && agent.IsBlended);
        WriteChoice(response, "Set As User Default", "set_as_default", isEnabled: true, isYes: false);
        if (agent.ManagerOverride != "N")
        {
            string manager = context.World.FindUser(agent.Manager)?.FullName ?? string.Empty;
            response.Write("<TR><TD ALIGN=RIGHT>Manager In-Group Override:\n</TD><TD ALIGN=LEFT>\n")
                .Write($"{agent.ManagerOverride} - {agent.Manager} - {manager}\n</TD></TR>\n");
        }

        response.Write("<TR><TD ALIGN=CENTER COLSPAN=2>\n<INPUT TYPE=BUTTON NAME=SUBMIT ID=SUBMIT VALUE=\"Submit Changes\" ")
            .Write($"onclick=\"submit_ingroup_changes('{name}')\">\n</TD></TR>\n</TABLE>\n");
    }

    private static void WriteChoice(ResponseWriter response, string title, string field, bool isEnabled, bool isYes) =>
        response.Write($"<TR><TD ALIGN=RIGHT>{title}:\n</TD><TD ALIGN=LEFT>\n")
            .Write($"<SELECT SIZE=1 NAME={field} ID={field}{(isEnabled ? string.Empty : " DISABLED")}>\n")
            .Write($"<option value=\"YES\"{(isYes ? " SELECTED" : string.Empty)}>Yes</option>\n")
            .Write($"<option value=\"NO\"{(isYes ? string.Empty : " SELECTED")}>No</option>\n</SELECT>\n</TD></TR>\n");

    /// <summary>The in-groups of the agent's campaign.</summary>
    private static IEnumerable<InGroup> Offered(CallCenter world, LiveAgent agent)
    {
        foreach (string id in world.FindCampaign(agent.CampaignId)?.InGroups ?? [])
        {
            if (world.FindInGroup(id) is InGroup group)
            {
                yield return group;
            }
        }
    }
}
