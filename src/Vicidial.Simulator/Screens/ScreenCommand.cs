using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>What the API asks of an agent's screen. The screen acts when it polls next.</summary>
/// <param name="function">The function that asked; a later request of the same function takes the place of one not yet fetched.</param>
/// <param name="value">What the dialer stores for the screen.</param>
internal abstract class ScreenCommand(string function, string value)
{
    public string Function { get; } = function;

    public string Value { get; } = value;

    /// <summary>Does it.</summary>
    /// <returns>False where the screen cannot do it yet: the command then waits on.</returns>
    public abstract bool Act(CallCentre world, LiveAgent agent);
}
