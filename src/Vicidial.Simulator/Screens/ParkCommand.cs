using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Parks the customer or the third party, or takes one back.</summary>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class ParkCommand(string value) : ScreenCommand("park_call", value)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (AgentCall.IsLive(agent))
        {
            agent.SubStatus = Value switch
            {
                "SWAP_PARK_XFER" => string.Empty,
                _ when Holds("PARK_CUSTOMER") || Holds("PARK_IVR_CUSTOMER") => "PARK",
                _ when Holds("GRAB_CUSTOMER") || Holds("GRAB_IVR_CUSTOMER") => string.Empty,
                "GRAB_XFER" when agent.SubStatus.Length == 0 => ThirdParty.SubStatus,
                _ when Holds("PARK_XFER") && ThirdParty.IsIn(agent) => string.Empty,
                _ => agent.SubStatus,
            };
        }

        return true;
    }

    private bool Holds(string word) => Value.IndexOf(word, StringComparison.Ordinal) >= 0;
}
