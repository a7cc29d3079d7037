using Vicidial.Client.Records.Leads;
using Vicidial.Client.Slicing;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>
/// Gets leads by lead number, phone number, or call, or single fields of them (API functions <c>lead_all_info</c>,
/// <c>ccc_lead_info</c>, and <c>lead_field_info</c>).
/// </summary>
[Cmdlet(VerbsCommon.Get, "VicidialLead", DefaultParameterSetName = IdSet)]
[ApiFunction("lead_all_info")]
[ApiFunction("ccc_lead_info", ParameterSet = CallSet)]
[ApiFunction("lead_field_info", ParameterSet = FieldSet)]
[OutputType(typeof(Lead), typeof(LeadField))]
public sealed class GetLeadCommand : PipedQueryCommand<Lead>
{
    private const string IdSet = "Id";
    private const string PhoneSet = "PhoneNumber";
    private const string CallSet = "Call";
    private const string FieldSet = "Field";

    /// <summary>The leads, by number; each is queried separately. A property LeadId or lead_id of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FieldSet)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>
    /// The phone numbers of the leads: 6 to 19 digits without the country calling code; each is queried separately. Spaces, brackets, dots,
    /// dashes, and slashes are removed. Requires build 211107-1556 or later.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = PhoneSet)]
    [Field(Each = true), Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>
    /// The identifiers of calls that were transferred between dialers. A property CallId or call_id of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CallSet)]
    [Field(Each = true), Alias("call_id")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? CallId { get; set; }

    /// <summary>
    /// Returns only these fields: names of API fields, such as first_name, or labels of custom fields. Each is a separate request.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FieldSet)]
    [Field(Each = true), Alias("field_name")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? FieldName { get; set; }

    /// <summary>
    /// Also reads the custom fields of the lead's list. With -FieldName, all names must be labels of custom fields: other fields are not
    /// found, or make the server fail. To get both kinds, run the cmdlet twice.
    /// </summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = FieldSet)]
    [Field(IsFlag = true), Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>Reads the custom fields of this list instead of the lead's own list. Requires -IncludeCustomField.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Field, Alias("force_entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? CustomFieldListId { get; set; }

    /// <summary>Reads the custom fields of this list instead of the lead's own list.</summary>
    [Parameter(ParameterSetName = FieldSet)]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>Searches the archive. Dialers before build 231109-0933 ignore it; a warning appears.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = FieldSet)]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FieldSet)
        {
            Ask<LeadField>();
        }
        else
        {
            Ask((_, requests) => new LeadSlices(requests));
        }
    }
}
