using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Slicing;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>
/// Finds leads by phone numbers, by vendor lead codes, or by the status of a day's calls (API functions <c>lead_search</c> and
/// <c>lead_status_search</c>).
/// </summary>
[Cmdlet(VerbsCommon.Find, "VicidialLead", DefaultParameterSetName = PhoneSet)]
[ApiFunction("lead_search")]
[ApiFunction("lead_status_search", ParameterSet = StatusSet)]
[ApiFunction("lead_status_search", ParameterSet = LeadSet)]
[FixedField("search_method", "VENDOR_LEAD_CODE", ParameterSet = VendorSet)]
[DecidedField("lead_id", "the dialer returns nothing for it; use Get-VicidialLead")]
[DecidedField("lead_ids", "the dialer returns nothing for it; use Get-VicidialLead")]
[DecidedField("header", "the column names are known")]
[OutputType(typeof(LeadMatch), typeof(Lead))]
public sealed class FindLeadCommand : PipedQueryCommand<Lead>
{
    private const string PhoneSet = "PhoneNumber";
    private const string VendorSet = "VendorLeadCode";
    private const string StatusSet = "CallStatus";
    private const string LeadSet = "Lead";

    /// <summary>
    /// The phone numbers, 6 to 18 digits each. They are searched together. Spaces, brackets, dots, dashes, and slashes are removed. A
    /// property PhoneNumber or phone_number of a piped object also sets it; each piped object is a separate request.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PhoneSet)]
    [Field, Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(PhoneNumber), "phone_number", KeepsOthers = true)]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The keys of your own system. They are searched together, separated by commas, so a key cannot contain a comma.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VendorSet)]
    [Field(Separator = ','), Alias("vendor_lead_code")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? VendorLeadCode { get; set; }

    /// <summary>The status that a call got on the day.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StatusSet)]
    [Field("status")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string Status { get; set; } = string.Empty;

    /// <summary>The day of the calls, in the local time of the dialer. The time of day is ignored. Today and Yesterday are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StatusSet)]
    [Field("date", IsDate = true)]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? Date { get; set; }

    /// <summary>The numbers of leads, on dialers that are too old for Get-VicidialLead. Each is queried separately.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LeadSet)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>
    /// Where to search: SYSTEM (the default) everywhere, LIST in the list of -ListId, or CAMPAIGN in all lists of that list's campaign.
    /// </summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Field, Alias("search_location")]
    [ValidateSet("SYSTEM", "CAMPAIGN", "LIST")]
    public string SearchLocation { get; set; } = string.Empty;

    /// <summary>
    /// The list for -SearchLocation. In a search by calls or leads, it is the list whose custom fields are read, but no known dialer uses
    /// it there.
    /// </summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Parameter(ParameterSetName = StatusSet)]
    [Parameter(ParameterSetName = LeadSet)]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>The maximum number of leads over all numbers or keys. By default, all leads are found.</summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Field, Alias("records")]
    [NumberFromText]
    [NoFileNames]
    public int? Limit { get; set; }

    /// <summary>Also reads the custom fields of the leads' lists. They are note properties of the leads.</summary>
    [Parameter(ParameterSetName = StatusSet)]
    [Parameter(ParameterSetName = LeadSet)]
    [Field(IsFlag = true), Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>Searches the archive. Dialers before build 231109-0933 ignore it; a warning appears.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName is StatusSet or LeadSet)
        {
            Ask<Lead>();
        }
        else
        {
            Ask<LeadMatch>(Slice);
        }
    }

    private LeadMatchSlices Slice(VicidialConnection connection, IReadOnlyList<ApiRequest> requests)
        => new(requests, ParameterSetName == VendorSet ? LeadKey.VendorLeadCode : LeadKey.PhoneNumber, Limit is not null);
}
