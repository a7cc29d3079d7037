using System.Management.Automation;
using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets the alternate URLs of campaigns, in-groups, or lists (API function <c>update_alt_url</c> with <c>LIST</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAlternateUrl")]
[ApiFunction("update_alt_url")]
[FixedField("alt_url_id", "LIST")]
[FixedField("entry_type", "campaign", UnlessGiven = [nameof(EntryType)])]
[OutputType(typeof(AlternateUrl))]
public sealed class GetAlternateUrlCommand : PipedQueryCommand<AlternateUrl>
{
    /// <summary>The campaigns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[] CampaignId { get; set; } = [];

    /// <summary>What they belong to: campaign, ingroup or list.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("entry_type")]
    [ValidateSet("campaign", "ingroup", "list")]
    public string EntryType { get; set; } = string.Empty;

    /// <summary>The event: dispo, start, addlead or noagent.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Field, Alias("url_type")]
    [ValidateSet("dispo", "start", "addlead", "noagent")]
    public string UrlType { get; set; } = string.Empty;
}
