using Vicidial.Simulator.Functions.Leads;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>update_fields: changes the lead on the agent's screen. A field counts as sent if its name is anywhere in the request.</summary>
internal sealed class UpdateFields() : AgentFunction("update_fields", "2.4-27")
{
    protected override bool TakesAltUser => false;

    protected override bool IsValid(FunctionContext context, string value) => true;

    protected override string NotValid(FunctionContext context) =>
        (context.World.Generation.Has("2.14-107") ? "agent_user" : "st_login_log") + " not valid";

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) => [agentUser];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (context.Caller.ModifyLeads is < 1 or > 4)
        {
            context.Say("ERROR", "user is not allowed to modify lead information", agentUser, context.CallerName);
            return;
        }

        if (agent.LeadId == 0)
        {
            context.Say("ERROR", "agent_user does not have a lead on their screen", agentUser);
            return;
        }

        bool isModern = context.World.Generation.Has("2.14-194");
        string text = context.SentText;
        ScreenLeadField[] fields = Array.FindAll(ScreenLeadField.All, field => text.IndexOf(field.Name, field.Comparison) >= 0);
        List<string> panels = isModern ? Panels.Sent(context, Panels.OfLead) : [];
        if (fields.Length + panels.Count == 0)
        {
            context.Say("ERROR", "no fields have been defined", agentUser);
            return;
        }

        KeyValuePair<string, string>[] values = [.. fields.Select(field => field.Read(context))];
        string statement = SqlStatement.Set(values, LeadTable.Quote(context));
        string leadId = FunctionContext.Number(agent.LeadId);
        int affected = values.Length > 0 && context.World.Leads.Find(agent.LeadId) is Lead lead
            ? LeadTable.Update(context, context.World.Leads, lead, values)
            : 0;
        if (!isModern)
        {
            context.Say("SUCCESS", "update_fields lead updated", context.CallerName, agentUser, leadId, statement);
            return;
        }

        string names = string.Join(",", fields.Select(field => field.Name).Concat(panels));
        context.Say(
            "SUCCESS", "update_fields lead updated", context.CallerName, agentUser, leadId, FunctionContext.Number(affected),
            Panels.Leave(context, agent, names), names, statement, string.Empty);
    }
}
