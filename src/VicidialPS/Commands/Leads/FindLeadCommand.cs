using System;
using System.Collections.Generic;
using System.Management.Automation;
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

    /// <summary>The numbers, which are asked for together.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PhoneSet)]
    [Field, Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The vendors' keys, which are asked for together.</summary>
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

    /// <summary>The day of the calls.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StatusSet)]
    [Field("date")]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? Date { get; set; }

    /// <summary>The leads, by number, on dialers that are too old for Get-VicidialLead.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LeadSet)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>Where to look: everywhere, or in the list or the campaign of -ListId.</summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Field, Alias("search_location")]
    [ValidateSet("SYSTEM", "CAMPAIGN", "LIST")]
    public string SearchLocation { get; set; } = string.Empty;

    /// <summary>
    /// The list for -SearchLocation; in a search by calls or leads the list whose custom fields are read, of which dialers take no notice so far.
    /// </summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Parameter(ParameterSetName = StatusSet)]
    [Parameter(ParameterSetName = LeadSet)]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>No more leads than this, over all numbers or keys together. Without it all are found, however many.</summary>
    [Parameter(ParameterSetName = PhoneSet)]
    [Parameter(ParameterSetName = VendorSet)]
    [Field, Alias("records")]
    [NumberFromText]
    [NoFileNames]
    public int? Limit { get; set; }

    /// <summary>Reads the custom fields of the leads' lists as well. They are further properties of the leads.</summary>
    [Parameter(ParameterSetName = StatusSet)]
    [Parameter(ParameterSetName = LeadSet)]
    [Field, Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>Looks in the archive.</summary>
    [Parameter]
    [Field, Alias("archived_lead")]
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
