using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Starts or stops the recording of the session.</summary>
/// <param name="value">START with the end of the file name, or STOP.</param>
internal sealed class RecordingCommand(string value) : ScreenCommand("recording", value)
{
    public const string Start = "START";
    public const string Stop = "STOP";

    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (Value == Stop)
        {
            SessionRecorder.Stop(world, agent);
        }
        else
        {
            SessionRecorder.Start(world, agent, Value.Replace(Start, string.Empty));
        }

        return true;
    }
}
