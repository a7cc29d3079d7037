using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Selects the message that an agent leaves on voicemail (API function <c>vm_message</c>).</summary>
[Cmdlet(
    VerbsCommon.Set,
    "VicidialAgentVoicemailMessage",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "vm_message")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SetAgentVoicemailMessageCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>The sounds, without their extensions. They are played one after the other.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AudioFileCompleter))]
    public string[]? FileName { get; set; }

    /// <summary>The lead of the call, to be sure of it.</summary>
    [Parameter]
    [Field, Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    private protected override string Action => "Select the agent's voicemail message";
}
