using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Sends DTMF tones into the call of an agent (API function <c>send_dtmf</c>).</summary>
[Cmdlet(
    VerbsCommunications.Send,
    "VicidialAgentDtmf",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "send_dtmf")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SendAgentDtmfCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>The tones: digits, # and *, and a comma for a second of silence.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [DtmfText]
    [NoFileNames]
    public string? Digit { get; set; }

    private protected override string Action => "Send DTMF tones into the agent's call";
}
