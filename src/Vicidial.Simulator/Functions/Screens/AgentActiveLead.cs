using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>st_get_agent_active_lead: the lead on the screen of an agent, who is identified by the key of another system.</summary>
internal sealed class AgentActiveLead() : DialerFunction(DialerApi.Agent, "st_get_agent_active_lead", "2.4-27")
{
    public override void Run(FunctionContext context)
    {
        string key = context.Text("value", CharacterFilter.AgentValue);
        string vendor = context.Text("vendor_id", CharacterFilter.VendorId);
        if (key.Length == 0 || vendor.Length == 0)
        {
            context.Say("ERROR", Name + " not valid", key, vendor);
            return;
        }

        if (!AgentApi.MayUse(context, key) || AgentFunction.FindByAltUser(context, key) is not string user)
        {
            return;
        }

        LiveAgent? agent = context.World.Floor.Find(user);
        if (agent is null)
        {
            context.Say("ERROR", "user not logged in", user);
        }
        else if (context.World.Leads.Find(agent.LeadId) is Lead lead)
        {
            context.Say(
                "SUCCESS", Name + " lead found", user, lead.PhoneNumber, FunctionContext.Number(lead.Id), lead.VendorLeadCode, lead.Province,
                lead.SecurityPhrase, lead.SourceId);
        }
        else
        {
            context.Say("ERROR", "no active lead found", user);
        }
    }
}
