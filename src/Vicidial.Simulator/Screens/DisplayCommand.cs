using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Something that only the agent sees or hears. No function reports it afterward.</summary>
/// <param name="function">The function of the request.</param>
/// <param name="value">The text that the dialer stores.</param>
internal sealed class DisplayCommand(string function, string value) : ScreenCommand(function, value)
{
    public override bool Act(CallCenter world, LiveAgent agent) => true;
}
