using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Hangs up the third party of an agent's call, or both parties (API function <c>transfer_conference</c>).</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "VicidialAgentCallParty",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "transfer_conference")]
[FixedField("value", "HANGUP_XFER", UnlessGiven = [nameof(IncludeCustomer)])]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class RemoveAgentCallPartyCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>Also hangs up the call of the customer.</summary>
    [Parameter]
    [Field("value", On = "HANGUP_BOTH", IsFlag = true)]
    public SwitchParameter IncludeCustomer { get; set; }

    private protected override string Action => "Hang up the third party of the agent's call";
}
