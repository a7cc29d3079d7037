using System.Management.Automation;
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

    /// <summary>The leads, by number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FieldSet)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>The leads that have these numbers, the newest first.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PhoneSet)]
    [Field(Each = true), Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The leads of these calls of the last ten hours, as calls between dialers carry them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CallSet)]
    [Field(Each = true), Alias("call_id")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? CallId { get; set; }

    /// <summary>Only these fields, by their names on the wire or the labels of custom fields.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FieldSet)]
    [Field(Each = true), Alias("field_name")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? FieldName { get; set; }

    /// <summary>
    /// Reads the custom fields of the lead's list as well. They are further properties of the leads. With -FieldName the names are those of custom
    /// fields.
    /// </summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = FieldSet)]
    [Field, Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>Reads the custom fields of this list, whatever the lead says.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Field, Alias("force_entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? CustomFieldListId { get; set; }

    /// <summary>Reads custom fields of this list.</summary>
    [Parameter(ParameterSetName = FieldSet)]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>Looks in the archive.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = FieldSet)]
    [Field, Alias("archived_lead")]
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
