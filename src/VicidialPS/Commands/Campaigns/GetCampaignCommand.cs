using System.Management.Automation;
using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets campaigns and how they dial (API function <c>campaigns_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCampaign")]
[ApiFunction("campaigns_list")]
[OutputType(typeof(Campaign))]
public sealed class GetCampaignCommand : PipedQueryCommand<Campaign>
{
    /// <summary>Only these campaigns.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[]? CampaignId { get; set; }
}
