using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Gets the leads in the hoppers of campaigns (API function <c>hopper_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialHopperLead")]
[ApiFunction("hopper_list")]
[OutputType(typeof(HopperLead))]
public sealed class GetHopperLeadCommand : PipedQueryCommand<HopperLead>
{
    /// <summary>
    /// The campaigns; each is queried separately. Wildcards are not supported. A property CampaignId or campaign_id of a piped object also
    /// sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("campaign_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaign_id", KeepsOthers = true)]
    public string[] CampaignId { get; set; } = [];

    /// <summary>
    /// Lets the dialer read the hopper with one SQL statement. That is faster but delays other work of the dialer, so do not use it in busy
    /// hours. Dialers before build 200824-2330 ignore it; a warning appears. It sends BLOCK.
    /// </summary>
    [Parameter]
    [Field(On = "BLOCK", IsFlag = true), Alias("search_method")]
    public SwitchParameter BlockingJoin { get; set; }
}
