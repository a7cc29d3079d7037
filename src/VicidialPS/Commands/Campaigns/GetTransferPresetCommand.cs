using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets the transfer presets of campaigns (API function <c>update_presets</c> with <c>LIST</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialTransferPreset")]
[ApiFunction("update_presets")]
[FixedField("action", "LIST")]
[OutputType(typeof(TransferPreset))]
public sealed class GetTransferPresetCommand : PipedQueryCommand<TransferPreset>
{
    /// <summary>The campaigns; each is queried separately. A property CampaignId or campaign_id of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaign_id", KeepsOthers = true)]
    public string[] CampaignId { get; set; } = [];
}
