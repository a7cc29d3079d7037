using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Swaps the parked party and the one that the agent speaks to (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsCommon.Switch,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SwitchAgentCallCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>
    /// Customer parks the customer and connects the third party (SWAP_PARK_CUSTOMER), Transfer parks the third party and connects the
    /// customer (SWAP_PARK_XFER), and HangUpTransfer hangs up the third party and connects the customer (HANGUP_XFER_GRAB_CUSTOMER). The
    /// default is Customer.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", CallParking.Transfer, "HangUpTransfer")]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Swap the parties of the agent's call";

    private protected override void Complete(ApiRequest request) => CallParking.Swap(request, Party);
}
