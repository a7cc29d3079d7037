using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Parks the call of an agent; the customer hears music (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SuspendAgentCallCommand : AgentWaitCommand, IScreenAgentOrKey
{
    /// <summary>
    /// Customer parks the customer (PARK_CUSTOMER), CustomerToIvr sends the customer to the voice menu of the campaign (PARK_IVR_CUSTOMER),
    /// Transfer parks the third party (PARK_XFER). The default is the customer.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "CustomerToIvr", CallParking.Transfer)]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Park the agent's call";

    private protected override void Check()
    {
        if (Wait)
        {
            CallParking.RequireVisible(Party);
        }
    }

    private protected override void Complete(ApiRequest request) => CallParking.Park(request, Party);

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.HasParked, cancellationToken);
}
