using System.Management.Automation;
using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Changes leads (API functions <c>update_lead</c> and <c>batch_update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = LeadSet)]
[ApiFunction("update_lead")]
[Bulk(nameof(LeadId))]
[ApiFunction("batch_update_lead", ParameterSet = BatchSet)]
[ChangeDescription("Change lead", "{LeadId}")]
[DerivedField("CustomField", "custom_fields")]
[DerivedField("PhoneNumber", "update_phone_number")]
[DecidedField("no_update", "Find-VicidialLead searches without changing anything")]
[DerivedField("LeadId", "lead_ids")]
[OutputType(typeof(LeadChange))]
public sealed partial class SetLeadCommand : SetCommand<LeadChange>, ILeadFields
{
    /// <summary>The lead, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>The status.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    /// <summary>The user who called it last.</summary>
    [Parameter]
    [Field, Alias("user_field")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The list to move it to.</summary>
    [Parameter]
    [Field, Alias("list_id_field")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>The number.</summary>
    [Parameter]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>How often it was dialled.</summary>
    [Parameter]
    [Field, Alias("called_count")]
    [NumberFromText]
    [NoFileNames]
    public int? CalledCount { get; set; }

    /// <summary>
    /// Finds the leads by other keys than their number: VENDOR_LEAD_CODE, PHONE_NUMBER, or several joined with _. Then -MaximumMatch says how many
    /// are changed.
    /// </summary>
    [Parameter]
    [Field(Option = true), Alias("search_method")]
    [NoFileNames]
    public string? SearchMethod { get; set; }

    /// <summary>Where to look for them: SYSTEM, CAMPAIGN or LIST.</summary>
    [Parameter]
    [Field(Option = true), Alias("search_location")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? SearchLocation { get; set; }

    /// <summary>The list for -SearchLocation, and the one that -InsertIfNotFound puts a lead into.</summary>
    [Parameter]
    [Field(Option = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? SearchListId { get; set; }

    /// <summary>How many leads at most, the newest first, where several have the key.</summary>
    [Parameter]
    [Field(Option = true), Alias("records")]
    [NumberFromText]
    [NoFileNames]
    public int? MaximumMatch { get; set; }

    /// <summary>Adds the lead where none is found; a new lead needs phone code and list, by -SearchListId or -ListId.</summary>
    [Parameter]
    [Field, Alias("insert_if_not_found")]
    public SwitchParameter InsertIfNotFound { get; set; }

    /// <summary>Lets it be dialled again as if it had not been called since the last reset.</summary>
    [Parameter]
    [Field, Alias("reset_lead")]
    public SwitchParameter ResetCalled { get; set; }

    /// <summary>Empties all custom fields of the lead. The lead stays.</summary>
    [Parameter(ParameterSetName = LeadSet)]
    [Field, Alias("delete_cf_data")]
    public SwitchParameter ClearCustomField { get; set; }

    /// <summary>Refuses a list that the dialer does not define.</summary>
    [Parameter]
    [Field(Option = true), Alias("list_exists_check")]
    public SwitchParameter ListExistsCheck { get; set; }

    /// <summary>Changes the lead in the archive.</summary>
    [Parameter]
    [Field(Option = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    /// <summary>The list whose custom fields it has.</summary>
    [Parameter]
    [Field, Alias("entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? EntryListId { get; set; }

    /// <summary>The list whose custom fields are written, whatever the lead says.</summary>
    [Parameter]
    [Field(Option = true), Alias("force_entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? CustomFieldListId { get; set; }

    /// <summary>Further numbers, each as number_code_note.</summary>
    [Parameter]
    [Field(Separator = '!'), Alias("multi_alt_phones")]
    [NoFileNames]
    public string[]? AlternatePhone { get; set; }

    /// <summary>How the time zone is looked up: POSTAL, TZCODE or NANPA.</summary>
    [Parameter]
    [Field, Alias("tz_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? TimeZoneMethod { get; set; }

    private protected override string PlainParameter => nameof(LeadId);
}
