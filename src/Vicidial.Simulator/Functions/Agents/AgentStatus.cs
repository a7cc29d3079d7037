using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>agent_status: the state of one logged-in agent.</summary>
internal sealed class AgentStatus() : UserQuery("agent_status", "2.10-69", "AGENT INFO", "AGENT")
{
    private const string OldColumns = "status|callerid|lead_id|campaign_id|calls_today|full_name|user_group|user_level";
    private const string Columns = OldColumns + "|pause_code|real_time_sub_status|phone_number|vendor_lead_code|session_id";

    protected override void Write(FunctionContext context, DialerUser user, string name)
    {
        LiveAgent? agent = context.World.Floor.Find(name);
        if (agent is null)
        {
            context.Response.Line("ERROR: agent_status AGENT NOT LOGGED IN: ", context.CallerName, name);
            return;
        }

        Lead? lead = context.World.Leads.Find(agent.LeadOnScreen);
        var row = new List<string>
        {
            agent.Status, agent.CallerId, FunctionContext.Number(agent.LeadOnScreen), agent.CampaignId, FunctionContext.Number(agent.CallsToday),
            user.FullName, user.Group, FunctionContext.Number(user.Level), agent.PauseCode, AgentSight.SubStatus(context, agent),
            lead?.PhoneNumber ?? string.Empty, lead?.VendorLeadCode ?? string.Empty,
        };
        DialerGeneration generation = context.World.Generation;
        if (generation.Has("2.14-107"))
        {
            row.Add(agent.SessionId);
        }

        bool showsAddress = generation.Has("2.14-194") && context.Text("include_ip", CharacterFilter.Alphanumeric) == "YES";
        if (showsAddress && user.EarlierAddress.Length > 0)
        {
            row.Add(user.EarlierAddress);
        }

        // In older releases, the header lacks the columns that were added later.
        context.WriteHeader((generation.Has("2.14-194") ? Columns : OldColumns) + (showsAddress ? "|computer_ip" : string.Empty));
        context.Response.Row(context.Delimiter, [.. row]);
        context.LogFound(string.Join("|", row));
    }
}
