using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Calls or skips the lead in the agent's preview.</summary>
/// <param name="value">SKIP, DIALONLY, ALTDIAL, ADR3DIAL, or FINISH.</param>
internal sealed class PreviewCommand(string value) : ScreenCommand("preview_dial_action", value)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (!AgentCall.IsFree(agent) || world.Leads.Find(agent.PreviewLeadId) is not Lead lead)
        {
            return true;
        }

        if (Value is "SKIP" or "FINISH")
        {
            agent.PreviewLeadId = 0;
            agent.SubStatus = string.Empty;
        }
        else
        {
            AgentCall.Begin(world, agent, lead, "MANUAL_PREVIEW");
        }

        return true;
    }
}
