using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Leads;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Adds a lead to the manual dial list of an agent's campaign (API function <c>external_add_lead</c>).</summary>
[Cmdlet(
    VerbsCommon.Add,
    "VicidialManualDialLead",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_add_lead")]
[FixedField("phone_code", "1", UnlessGiven = [nameof(PhoneCode)])]
[DerivedField("PhoneNumber", "phone_number")]
[OutputType(typeof(ManualDialLead))]
public sealed partial class AddManualDialLeadCommand : AgentScreenCommand, IScreenAgentOrKey, ILeadFields
{
    /// <summary>The number, of 6 to 18 digits. Spaces, brackets, dots, dashes, and slashes are removed; other characters are rejected.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>Y rejects numbers on the system DNC list.</summary>
    [Parameter]
    [Field, Alias("dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DncCheck { get; set; }

    /// <summary>Y rejects numbers on the DNC list of the campaign.</summary>
    [Parameter]
    [Field, Alias("campaign_dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? CampaignDncCheck { get; set; }

    /// <summary>The key of the lead in your own system. It overrides -VendorLeadCode.</summary>
    [Parameter]
    [Field, Alias("vendor_id")]
    [NoFileNames]
    public string? VendorId { get; set; }

    private protected override string Action => "Add a lead for the agent";

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        ChangeReader.Read<ManualDialLead>(connectionName, request, response);
}
