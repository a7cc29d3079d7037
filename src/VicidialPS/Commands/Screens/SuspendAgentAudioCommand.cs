using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Pauses the sound that is played (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "PAUSE")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SuspendAgentAudioCommand : AgentScreenCommand
{
    private protected override string Action => "Pause the sound in the agent's call";
}
