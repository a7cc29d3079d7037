using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Puts another lead onto the screen of an agent on an inbound call (API function <c>switch_lead</c>).</summary>
[Cmdlet(VerbsCommon.Switch, "VicidialAgentLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByUser)]
[ApiFunction(DialerApi.Agent, "switch_lead")]
[OutputType(typeof(LeadSwitch))]
public sealed class SwitchAgentLeadCommand : AgentScreenCommand
{
    /// <summary>The lead.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("lead_id")]
    public long? LeadId { get; set; }

    /// <summary>The vendor's key of the lead; it goes before the number.</summary>
    [Parameter]
    [Field, Alias("vendor_lead_code")]
    public string? VendorLeadCode { get; set; }

    private protected override string Action => "Show another lead to the agent";

    private protected override object? ReadResult(ApiCall call, DialerReply reply, string connectionName) => ChangeReader.Read<LeadSwitch>(connectionName, call, reply);
}
