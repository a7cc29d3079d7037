using System;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Adds a lead to the list for manual calls of an agent's campaign (API function <c>external_add_lead</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialManualDialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByUser)]
[ApiFunction(DialerApi.Agent, "external_add_lead")]
[FixedField("phone_code", "1", UnlessGiven = [nameof(PhoneCode)])]
[DerivedField("PhoneNumber", "phone_number")]
[OutputType(typeof(ManualDialLead))]
public sealed class AddManualDialLeadCommand : AgentScreenCommand
{
    /// <summary>The number.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    public string? PhoneNumber { get; set; }

    /// <summary>Y refuses numbers on the do-not-call list.</summary>
    [Parameter]
    [Field, Alias("dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DncCheck { get; set; }

    /// <summary>Y refuses numbers on the campaign's do-not-call list.</summary>
    [Parameter]
    [Field, Alias("campaign_dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? CampaignDncCheck { get; set; }

    /// <summary>The vendor's key; it goes before -VendorLeadCode.</summary>
    [Parameter]
    [Field, Alias("vendor_id")]
    public string? VendorId { get; set; }

    /// <summary>The vendor's key.</summary>
    [Parameter]
    [Field, Alias("vendor_lead_code")]
    public string? VendorLeadCode { get; set; }

    /// <summary>The source.</summary>
    [Parameter]
    [Field, Alias("source_id")]
    public string? SourceId { get; set; }

    /// <summary>Hours from UTC at the lead.</summary>
    [Parameter]
    [Field, Alias("gmt_offset_now")]
    public decimal? GmtOffsetNow { get; set; }

    /// <summary>The country's dialling code.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    public string? PhoneCode { get; set; }

    /// <summary>How to address the person.</summary>
    [Parameter]
    [Field("title")]
    public string? Title { get; set; }

    /// <summary>The first name.</summary>
    [Parameter]
    [Field, Alias("first_name")]
    public string? FirstName { get; set; }

    /// <summary>The initial of the middle name.</summary>
    [Parameter]
    [Field, Alias("middle_initial")]
    public string? MiddleInitial { get; set; }

    /// <summary>The last name.</summary>
    [Parameter]
    [Field, Alias("last_name")]
    public string? LastName { get; set; }

    /// <summary>The address.</summary>
    [Parameter]
    [Field("address1")]
    public string? Address1 { get; set; }

    /// <summary>The address, second line.</summary>
    [Parameter]
    [Field("address2")]
    public string? Address2 { get; set; }

    /// <summary>The address, third line, or a third number.</summary>
    [Parameter]
    [Field("address3")]
    public string? Address3 { get; set; }

    /// <summary>The city.</summary>
    [Parameter]
    [Field("city")]
    public string? City { get; set; }

    /// <summary>The state.</summary>
    [Parameter]
    [Field("state")]
    public string? State { get; set; }

    /// <summary>The province.</summary>
    [Parameter]
    [Field("province")]
    public string? Province { get; set; }

    /// <summary>The postal code.</summary>
    [Parameter]
    [Field, Alias("postal_code")]
    public string? PostalCode { get; set; }

    /// <summary>The country.</summary>
    [Parameter]
    [Field, Alias("country_code")]
    public string? CountryCode { get; set; }

    /// <summary>M, F or U.</summary>
    [Parameter]
    [Field("gender")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Gender { get; set; }

    /// <summary>The date of birth.</summary>
    [Parameter]
    [Field, Alias("date_of_birth")]
    public DateTime? DateOfBirth { get; set; }

    /// <summary>A second number.</summary>
    [Parameter]
    [Field, Alias("alt_phone")]
    public string? AltPhone { get; set; }

    /// <summary>The mail address.</summary>
    [Parameter]
    [Field("email")]
    public string? Email { get; set; }

    /// <summary>The security phrase.</summary>
    [Parameter]
    [Field, Alias("security_phrase")]
    public string? SecurityPhrase { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    [Field("comments")]
    public string? Comments { get; set; }

    /// <summary>The rank.</summary>
    [Parameter]
    [Field("rank")]
    public int? Rank { get; set; }

    /// <summary>The owner.</summary>
    [Parameter]
    [Field("owner")]
    public string? Owner { get; set; }

    private protected override string Action => "Add a lead for the agent";

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => ChangeReader.Read<ManualDialLead>(connectionName, request, response);
}
