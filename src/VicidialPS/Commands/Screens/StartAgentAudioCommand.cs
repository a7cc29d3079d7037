using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Plays a sound in the call of an agent (API function <c>audio_playback</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Start,
    "VicidialAgentAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "audio_playback")]
[FixedField("stage", "PLAY")]
[DecidedField("agent_debug", "log lines of the dialer's own sound board")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StartAgentAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>The sound file of the audio store, without its extension. Get-VicidialAudioFile lists the files.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AudioFileCompleter))]
    public string? FileName { get; set; }

    /// <summary>Ends a sound that is already playing. Without it, such a sound is an error.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("dial_override")]
    public SwitchParameter DialOverride { get; set; }

    private protected override string Action => "Play a sound in the agent's call";
}
