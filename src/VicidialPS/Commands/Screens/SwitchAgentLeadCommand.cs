using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Shows another lead on the screen of an agent who is on an inbound call (API function <c>switch_lead</c>).</summary>
[Cmdlet(
    VerbsCommon.Switch,
    "VicidialAgentLead",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "switch_lead")]
[OutputType(typeof(LeadSwitch))]
public sealed partial class SwitchAgentLeadCommand : AgentWaitCommand, IScreenAgentOrKey
{
    /// <summary>The number of the lead to show.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>The key of the lead in your own system. It overrides -LeadId.</summary>
    [Parameter]
    [Field, Alias("vendor_lead_code")]
    [NoFileNames]
    public string? VendorLeadCode { get; set; }

    private protected override string Action => "Show another lead on the agent's screen";

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        ChangeReader.Read<LeadSwitch>(connectionName, request, response);

    private protected override string UserOf(object result) => ((LeadSwitch)result).User;

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(agent => agent is not null && agent.LeadId == ((LeadSwitch)result).LeadId, cancellationToken);
}
