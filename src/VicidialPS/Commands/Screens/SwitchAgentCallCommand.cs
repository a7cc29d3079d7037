using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Changes between the parked party and the one on the line (API function <c>park_call</c>).</summary>
[Cmdlet(VerbsCommon.Switch, "VicidialAgentCall", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByUser)]
[ApiFunction(DialerApi.Agent, "park_call")]
[Carries("Party", "value")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SwitchAgentCallCommand : AgentValueCommand
{
    /// <summary>Whose call: Customer, Transfer, HangUpTransfer.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "Transfer", "HangUpTransfer")]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Change between the agent's parties";

    private protected override string Value => Party switch { "Transfer" => "SWAP_PARK_XFER", "HangUpTransfer" => "HANGUP_XFER_GRAB_CUSTOMER", _ => "SWAP_PARK_CUSTOMER" };
}
