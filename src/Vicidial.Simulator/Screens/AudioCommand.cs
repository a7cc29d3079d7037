using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Plays a sound file in the session, or stops it.</summary>
/// <param name="function">The function of the request.</param>
/// <param name="stage">PLAY, STOP, or another action.</param>
/// <param name="file">The file to play, or empty.</param>
internal sealed class AudioCommand(string function, string stage, string file) : ScreenCommand(function, stage)
{
    public override bool Act(CallCenter world, LiveAgent agent)
    {
        agent.Audio = Value switch
        {
            "PLAY" => file,
            "STOP" => string.Empty,
            _ => agent.Audio,
        };
        return true;
    }
}
