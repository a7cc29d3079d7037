using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Stops the current sound (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "STOP")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StopAgentAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Stop the sound in the agent's call";
}
