using System.Management.Automation;
using Vicidial.Client.Records.Lists;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>
/// Gets lists of leads (API function <c>list_info</c>). The dialer lists no lists: their numbers must be known, or come from
/// Get-VicidialCustomField.
/// </summary>
[Cmdlet(VerbsCommon.Get, "VicidialList")]
[ApiFunction("list_info")]
[OutputType(typeof(LeadList))]
public sealed class GetListCommand : PipedQueryCommand<LeadList>
{
    /// <summary>The lists, by number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long[] ListId { get; set; } = [];

    /// <summary>Counts all leads and new leads as well.</summary>
    [Parameter]
    [Field, Alias("leads_counts")]
    public SwitchParameter IncludeCount { get; set; }

    /// <summary>Counts the leads that may be dialled now as well.</summary>
    [Parameter]
    [Field, Alias("dialable_count")]
    public SwitchParameter IncludeDialableCount { get; set; }

    /// <summary>Counts leads of the archive.</summary>
    [Parameter]
    [Field, Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override string? ShownColumns
        => IncludeCount || IncludeDialableCount ? (IncludeCount ? "Count" : null) + (IncludeDialableCount ? "Dialable" : null) : null;
}
