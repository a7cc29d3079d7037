using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Sends tones into the call of an agent (API function <c>send_dtmf</c>).</summary>
[Cmdlet(
    VerbsCommunications.Send,
    "VicidialAgentDtmf",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "send_dtmf")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SendAgentDtmfCommand : AgentScreenCommand
{
    /// <summary>The tones: digits, # and *, and a comma for a second of silence.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [DtmfText]
    [NoFileNames]
    public string? Digit { get; set; }

    private protected override string Action => "Send tones into the agent's call";
}
