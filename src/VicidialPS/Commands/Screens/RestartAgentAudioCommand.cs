using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Plays the current sound from its beginning (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Restart,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "RESTART")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class RestartAgentAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Play the sound from its beginning";
}
