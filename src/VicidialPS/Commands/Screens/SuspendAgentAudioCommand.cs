using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Pauses the current sound (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "PAUSE")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SuspendAgentAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Pause the sound in the agent's call";
}
