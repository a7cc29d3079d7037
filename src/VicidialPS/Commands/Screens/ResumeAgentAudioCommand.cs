using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Resumes a paused sound (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "RESUME")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class ResumeAgentAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Resume the sound in the agent's call";
}
