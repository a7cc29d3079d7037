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
    /// <summary>
    /// The owners: campaigns, in-groups or lists; each is queried separately. A property CampaignId or campaign_id of a piped object also
    /// sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaign_id", KeepsOthers = true)]
    public string[] CampaignId { get; set; } = [];

    /// <summary>The type of the owners: campaign, ingroup, or list. The default is campaign.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("entry_type")]
    [ValidateSet("campaign", "ingroup", "list")]
    public string EntryType { get; set; } = string.Empty;

    /// <summary>
    /// The event: dispo (a call gets its status), start (a call begins), noagent (a call gets no agent), or addlead (a lead is added),
    /// which is for in-groups.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Field, Alias("url_type")]
    [ValidateSet("dispo", "start", "addlead", "noagent")]
    public string UrlType { get; set; } = string.Empty;
}
