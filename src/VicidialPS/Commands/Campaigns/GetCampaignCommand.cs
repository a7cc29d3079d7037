using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Input;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets campaigns and their dialing settings (API function <c>campaigns_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCampaign")]
[ApiFunction("campaigns_list")]
[OutputType(typeof(Campaign))]
public sealed class GetCampaignCommand : PipedQueryCommand<Campaign>
{
    /// <summary>
    /// Returns only these campaigns; each is queried separately. Wildcards are allowed. The dialer does not support them, so the module
    /// requests all campaigns. A name without wildcards that no dialer has is an error. A property CampaignId or campaign_id of a piped
    /// object also sets it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaign_id", KeepsOthers = true)]
    public string[]? CampaignId { get; set; }

    // The dialer does not support wildcards, so all campaigns are requested.
    private protected override IReadOnlyCollection<string> GivenParameters =>
        CampaignId?.Any(NameFilter.IsPattern) == true
            ? [.. base.GivenParameters.Where(static name => name != nameof(CampaignId))]
            : base.GivenParameters;

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<Campaign>(nameof(CampaignId), CampaignId, static record => record.CampaignId);
}
