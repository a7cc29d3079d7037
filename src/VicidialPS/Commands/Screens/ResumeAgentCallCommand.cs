using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Reconnects an agent to a parked call (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class ResumeAgentCallCommand : AgentWaitCommand, IScreenAgentOrKey
{
    /// <summary>
    /// Customer takes the customer back (GRAB_CUSTOMER), CustomerFromIvr takes the customer out of the voice menu (GRAB_IVR_CUSTOMER),
    /// Transfer takes the third party back (GRAB_XFER). The default is the customer.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "CustomerFromIvr", CallParking.Transfer)]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Reconnect the agent to the parked call";

    private protected override void Check()
    {
        if (Wait)
        {
            CallParking.RequireVisible(Party);
        }
    }

    private protected override void Complete(ApiRequest request) => CallParking.TakeBack(request, Party);

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.IsTalking, cancellationToken);
}
