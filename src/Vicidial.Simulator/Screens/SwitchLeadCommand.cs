using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Puts another lead on the screen of an inbound call.</summary>
/// <param name="leadId">The lead.</param>
internal sealed class SwitchLeadCommand(long leadId) : ScreenCommand("switch_lead", leadId.ToString(CultureInfo.InvariantCulture))
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (AgentCall.IsLive(agent))
        {
            agent.LeadId = leadId;
        }

        return true;
    }
}
