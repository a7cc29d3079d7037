using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Transfers the customer, or adds or removes a third party.</summary>
/// <param name="value">What to do.</param>
/// <param name="inGroup">The in-group, or empty.</param>
/// <param name="parties">How many numbers are called at the same time to find a third party; 0 for one plain call.</param>
internal sealed class TransferCommand(string value, string inGroup, int parties) : ScreenCommand("transfer_conference", value)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (!AgentCall.IsLive(agent))
        {
            return true;
        }

        switch (Value)
        {
            case "HANGUP_XFER":
                agent.SubStatus = ThirdParty.IsIn(agent) ? string.Empty : agent.SubStatus;
                agent.PressOneCalls = 0;
                break;
            case "DIAL_WITH_CUSTOMER" when parties > 0:
                agent.PressOneCalls = parties;
                break;
            case "DIAL_WITH_CUSTOMER":
                agent.SubStatus = ThirdParty.SubStatus;
                break;
            case "PARK_CUSTOMER_DIAL":
                agent.SubStatus = "PARK";
                break;
            case "LOCAL_CLOSER":
                world.WaitingCalls.Add(new WaitingCall(agent.CallerId, inGroup, agent.LeadId));
                AgentCall.End(world, agent);
                break;
            default:
                AgentCall.End(world, agent);
                break;
        }

        return true;
    }
}
