using System;
using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Changes the lead on an agent's screen (API function <c>update_fields</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "update_fields")]
[ChangeDescription("Change the lead on the agent's screen", "agent {User}")]
[OutputType(typeof(ScreenLeadChange))]
public sealed class SetAgentLeadCommand : SetCommand<ScreenLeadChange>
{
    /// <summary>The agent, by user account.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? User { get; set; }

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

    /// <summary>The number.</summary>
    [Parameter]
    [Field, Alias("phone_number")]
    public string? PhoneNumber { get; set; }

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

    /// <summary>Loads the form anew.</summary>
    [Parameter]
    [Field, Alias("formreload")]
    public SwitchParameter ReloadForm { get; set; }

    /// <summary>Loads the script anew.</summary>
    [Parameter]
    [Field, Alias("scriptreload")]
    public SwitchParameter ReloadScript { get; set; }

    /// <summary>Loads the second script anew.</summary>
    [Parameter]
    [Field, Alias("script2reload")]
    public SwitchParameter ReloadSecondScript { get; set; }

    /// <summary>Loads the mail anew.</summary>
    [Parameter]
    [Field, Alias("emailreload")]
    public SwitchParameter ReloadEmail { get; set; }

    /// <summary>Loads the chat anew.</summary>
    [Parameter]
    [Field, Alias("chatreload")]
    public SwitchParameter ReloadChat { get; set; }

    private protected override string PlainParameter => nameof(User);
}
