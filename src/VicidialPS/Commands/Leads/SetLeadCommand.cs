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
    /// <summary>The number of the lead. It can be piped as a plain number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>The new status of the lead, such as NEW or SALE.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    /// <summary>The user who called the lead last.</summary>
    [Parameter]
    [Field, Alias("user_field")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The list to move the lead to.</summary>
    [Parameter]
    [Field, Alias("list_id_field")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>The phone number. It is changed, unless -SearchMethod makes it the search key.</summary>
    [Parameter]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The number of times that the lead was dialed.</summary>
    [Parameter]
    [Field, Alias("called_count")]
    [NumberFromText]
    [NoFileNames]
    public int? CalledCount { get; set; }

    /// <summary>
    /// The search key: LEAD_ID, VENDOR_LEAD_CODE, PHONE_NUMBER, or several of them joined with _. The dialer tries them in this order and
    /// uses the first that finds a lead. Case does not matter. Any other word is the error Vicidial.InvalidSearch.
    /// </summary>
    [Parameter]
    [Field(Option = true), Alias("search_method")]
    [NoFileNames]
    public string? SearchMethod { get; set; }

    /// <summary>
    /// Where to search: SYSTEM, LIST for the list of -SearchListId, or CAMPAIGN for all lists of that list's campaign. CAMPAIGN and LIST
    /// require -SearchListId, because the dialer would search everywhere without it.
    /// </summary>
    [Parameter]
    [Field(Option = true), Alias("search_location")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? SearchLocation { get; set; }

    /// <summary>
    /// The list for -SearchLocation, and for new leads of -InsertIfNotFound. With -SearchLocation, a list number with fewer than three
    /// digits is the error Vicidial.InvalidSearch, because the dialer would search everywhere.
    /// </summary>
    [Parameter]
    [Field(Option = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? SearchListId { get; set; }

    /// <summary>The maximum number of leads to change if several have the key, the newest first.</summary>
    [Parameter]
    [Field(Option = true), Alias("records")]
    [NumberFromText]
    [NoFileNames]
    public int? MaximumMatch { get; set; }

    /// <summary>
    /// Adds a lead if none is found. A new lead needs a phone number, a country calling code, and a list: -SearchListId, or -ListId if you
    /// do not give the other.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("insert_if_not_found")]
    public SwitchParameter InsertIfNotFound { get; set; }

    /// <summary>Marks the lead as not called since the last reset, so that it is dialed again.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("reset_lead")]
    public SwitchParameter ResetCalled { get; set; }

    /// <summary>Clears all custom fields of the lead. The lead stays.</summary>
    [Parameter(ParameterSetName = LeadSet)]
    [Field(IsFlag = true), Alias("delete_cf_data")]
    public SwitchParameter ClearCustomField { get; set; }

    /// <summary>Sends text that was probably read in the wrong encoding.</summary>
    /// <remarks>A dynamic parameter of this name could not be bound, because "force_entry_list_id" begins with it.</remarks>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Rejects a list that does not exist.</summary>
    [Parameter]
    [Field(Option = true, IsFlag = true), Alias("list_exists_check")]
    public SwitchParameter ListExistsCheck { get; set; }

    /// <summary>
    /// Changes the lead in the archive. Requires build 231109-0933 or later. An older dialer would change the active lead with the same
    /// number, so the error is Vicidial.DialerTooOld.
    /// </summary>
    [Parameter]
    [Field(Option = true, IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    /// <summary>The list whose custom fields the lead has.</summary>
    [Parameter]
    [Field, Alias("entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? EntryListId { get; set; }

    /// <summary>
    /// The list whose custom fields are changed, in place of the list that the lead names. Requires build 170423-0800 or later. An older
    /// dialer would use the list of the lead, so the error is Vicidial.DialerTooOld.
    /// </summary>
    [Parameter]
    [Field(Option = true), Alias("force_entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? CustomFieldListId { get; set; }

    /// <summary>More numbers, each as number_code_note, such as 7275551212_1_work. In a column, join them with !.</summary>
    [Parameter]
    [Field(Separator = '!'), Alias("multi_alt_phones")]
    [NoFileNames]
    public string[]? AlternatePhone { get; set; }

    /// <summary>The method to look up the time zone: POSTAL, TZCODE (by -Owner), or NANPA.</summary>
    [Parameter]
    [Field, Alias("tz_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? TimeZoneMethod { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override bool TakesDamagedText => Force;
}
