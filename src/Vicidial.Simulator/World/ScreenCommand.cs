
namespace Vicidial.Simulator.World;

/// <summary>A command of the API for an agent's screen. The screen carries it out at its next poll.</summary>
/// <param name="function">The function of the request. A later request of the same function replaces one that has not been fetched.</param>
/// <param name="value">The text that the dialer stores for the screen.</param>
internal abstract class ScreenCommand(string function, string value)
{
    public string Function { get; } = function;

    public string Value { get; } = Cut(function, value);

    /// <summary>One column stores all commands of a function, and silently cuts them.</summary>
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
    /// <returns>False if the screen cannot carry it out yet. The command then continues to wait.</returns>
    public abstract bool Act(CallCenter world, LiveAgent agent);
}
