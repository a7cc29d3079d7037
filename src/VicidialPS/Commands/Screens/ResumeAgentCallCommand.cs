using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Takes a parked call back (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed class ResumeAgentCallCommand : AgentParkCommand
{
    /// <summary>Whose call: Customer, CustomerFromIvr, Transfer.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "CustomerFromIvr", Transfer)]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Take the agent's parked call back";

    private protected override string PartyName => Party;

    private protected override string Value =>
        Party switch
        {
            "CustomerFromIvr" => "GRAB_IVR_CUSTOMER",
            Transfer => "GRAB_XFER",
            _ => "GRAB_CUSTOMER",
        };

    private protected override bool IsDone(AgentStatus? agent) => agent is { Status: "INCALL" } and not { SubStatus: Parked };
}
