using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Parks the call of an agent: the customer hears music (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SuspendAgentCallCommand : AgentParkCommand
{
    /// <summary>Whose call: Customer, CustomerToIvr, Transfer.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "CustomerToIvr", Transfer)]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Park the agent's call";

    private protected override string PartyName => Party;

    private protected override string Value => Party switch { "CustomerToIvr" => "PARK_IVR_CUSTOMER", Transfer => "PARK_XFER", _ => "PARK_CUSTOMER" };

    private protected override bool IsDone(AgentStatus? agent) => agent is { SubStatus: Parked };
}
