using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Something that only the agent sees or hears: no function tells of it afterwards.</summary>
/// <param name="function">The function that asked.</param>
/// <param name="value">What the dialer stores.</param>
internal sealed class DisplayCommand(string function, string value) : ScreenCommand(function, value)
{
    public override bool Act(CallCentre world, LiveAgent agent) => true;
}
