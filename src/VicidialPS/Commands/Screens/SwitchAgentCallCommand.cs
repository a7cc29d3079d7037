using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Changes between the parked party and the one on the line (API function <c>park_call</c>).</summary>
[Cmdlet(
    VerbsCommon.Switch,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "park_call")]
[DerivedField("Party", ValueField)]
[OutputType(typeof(AgentCommandResult))]
public sealed class SwitchAgentCallCommand : AgentScreenCommand
{
    private const string ValueField = "value";

    /// <summary>Whose call: Customer, Transfer, HangUpTransfer.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Customer", "Transfer", "HangUpTransfer")]
    public string Party { get; set; } = string.Empty;

    private protected override string Action => "Change between the agent's parties";

    private string Value =>
        Party switch
        {
            "Transfer" => "SWAP_PARK_XFER",
            "HangUpTransfer" => "HANGUP_XFER_GRAB_CUSTOMER",
            _ => "SWAP_PARK_CUSTOMER",
        };

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
        => base.MakeRequests(connection).Select(request => request.Add(ValueField, Value)).ToArray();
}
