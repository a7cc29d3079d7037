
namespace Vicidial.Simulator.World;

/// <summary>What the API asks of an agent's screen. The screen acts when it polls next.</summary>
/// <param name="function">The function that asked; a later request of the same function takes the place of one not yet fetched.</param>
/// <param name="value">What the dialer stores for the screen.</param>
internal abstract class ScreenCommand(string function, string value)
{
    public string Function { get; } = function;

    public string Value { get; } = Cut(function, value);

    /// <summary>One column holds all that a function leaves, and cuts it without a word.</summary>
    private static string Cut(string function, string value)
    {
        int width = function switch
        {
            "recording" => 20,
            "park_call" => 40,
            "external_dial" or "send_dtmf" => 100,
            "transfer_conference" => 120,
            "external_status" or "refresh_panel" => 255,
            _ => int.MaxValue,
        };
        return value.Length <= width ? value : value.Substring(0, width);
    }

    /// <summary>Does it.</summary>
    /// <returns>False where the screen cannot do it yet: the command then waits on.</returns>
    public abstract bool Act(CallCentre world, LiveAgent agent);
}
