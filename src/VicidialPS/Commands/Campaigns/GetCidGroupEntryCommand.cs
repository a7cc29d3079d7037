using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets the entries of caller ID groups (API function <c>update_cid_group_entry</c> with <c>INFO</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCidGroupEntry")]
[ApiFunction("update_cid_group_entry")]
[FixedField("stage", "INFO")]
[FixedField("areacode", "---ALL---", UnlessGiven = [nameof(AreaCode)])]
[OutputType(typeof(CidGroupEntry))]
public sealed class GetCidGroupEntryCommand : PipedQueryCommand<CidGroupEntry>
{
    /// <summary>
    /// The caller ID groups, or campaigns that have caller IDs of their own; each is queried separately. A property CidGroupId or
    /// cid_group_id of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("cid_group_id")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(CidGroupId), "cid_group_id", KeepsOthers = true)]
    public string[] CidGroupId { get; set; } = [];

    /// <summary>Returns only entries of this area code or state. By default, all.</summary>
    [Parameter(Position = 1)]
    [Field("areacode")]
    [NoFileNames]
    public string AreaCode { get; set; } = string.Empty;

    /// <summary>Returns only entries with this caller ID number.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    public string OutboundCid { get; set; } = string.Empty;
}
