using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes a campaign (API function <c>update_campaign</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCampaign", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_campaign")]
[ChangeDescription("Change campaign", "{CampaignId}")]
[OutputType(typeof(CampaignChange))]
public sealed class SetCampaignCommand : SetCommand<CampaignChange>
{
    /// <summary>The campaign. A column or property CampaignId or campaign_id of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The new name of the campaign, 6 to 40 characters.</summary>
    [Parameter]
    [Field, Alias("campaign_name")]
    [NoFileNames]
    public string? CampaignName { get; set; }

    /// <summary>Whether the campaign is active. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    /// <summary>The number of calls placed for each agent, from 0 to the limit of the dialer.</summary>
    [Parameter]
    [Field, Alias("auto_dial_level")]
    [NumberFromText(HasFraction = true)]
    [NoFileNames]
    public decimal? DialLevel { get; set; }

    /// <summary>The maximum number of calls that an adaptive method places for each agent.</summary>
    [Parameter]
    [Field, Alias("adaptive_maximum_level")]
    [NumberFromText(HasFraction = true)]
    [NoFileNames]
    public decimal? AdaptiveMaximumLevel { get; set; }

    /// <summary>The extension that routes its calls, in digits.</summary>
    [Parameter]
    [Field, Alias("campaign_vdad_exten")]
    [NoFileNames]
    public string? RoutingExtension { get; set; }

    /// <summary>The number of leads in the hopper.</summary>
    [Parameter]
    [Field, Alias("hopper_level")]
    [NumberFromText]
    [NoFileNames]
    public int? HopperLevel { get; set; }

    /// <summary>The dial method: MANUAL, RATIO, INBOUND_MAN, ADAPT_AVERAGE, ADAPT_HARD_LIMIT, or ADAPT_TAPERED.</summary>
    [Parameter]
    [Field, Alias("dial_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DialMethod { get; set; }

    /// <summary>The number of seconds that a call rings.</summary>
    [Parameter]
    [Field, Alias("dial_timeout")]
    [NumberFromText]
    [NoFileNames]
    public int? DialTimeoutSec { get; set; }

    /// <summary>The order in which leads are dialed, in uppercase, such as DOWN COUNT.</summary>
    [Parameter]
    [Field, Alias("list_order")]
    [NoFileNames]
    public string? LeadOrder { get; set; }

    /// <summary>Whether leads of equal rank are in random order. A column can contain Y or N.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("list_order_randomize")]
    [FlagFromText]
    public bool? RandomizeLeadOrder { get; set; }

    /// <summary>
    /// The order of leads that are equal in the first: LEAD_ASCEND, LEAD_DESCEND, CALLTIME_ASCEND, CALLTIME_DESCEND, VENDOR_ASCEND or
    /// VENDOR_DESCEND.
    /// </summary>
    [Parameter]
    [Field, Alias("list_order_secondary")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? SecondaryLeadOrder { get; set; }

    /// <summary>The caller ID number, in digits.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    /// <summary>A status to add to those whose leads are dialed. One per request.</summary>
    [Parameter]
    [Field, Alias("dial_status_add")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? AddDialStatus { get; set; }

    /// <summary>A status to remove from those whose leads are dialed. One per request; it must be among the dial statuses.</summary>
    [Parameter]
    [Field, Alias("dial_status_remove")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? RemoveDialStatus { get; set; }

    /// <summary>The lead filter of the campaign, or ---NONE--- for no filter.</summary>
    [Parameter]
    [Field, Alias("lead_filter_id")]
    [NoFileNames]
    public string? LeadFilterId { get; set; }

    /// <summary>The first transfer number that agents can choose.</summary>
    [Parameter]
    [Field, Alias("xferconf_one")]
    [NoFileNames]
    public string? TransferConferenceOne { get; set; }

    /// <summary>The second transfer number that agents can choose.</summary>
    [Parameter]
    [Field, Alias("xferconf_two")]
    [NoFileNames]
    public string? TransferConferenceTwo { get; set; }

    /// <summary>The third transfer number that agents can choose.</summary>
    [Parameter]
    [Field, Alias("xferconf_three")]
    [NoFileNames]
    public string? TransferConferenceThree { get; set; }

    /// <summary>The fourth transfer number that agents can choose.</summary>
    [Parameter]
    [Field, Alias("xferconf_four")]
    [NoFileNames]
    public string? TransferConferenceFour { get; set; }

    /// <summary>The fifth transfer number that agents can choose.</summary>
    [Parameter]
    [Field, Alias("xferconf_five")]
    [NoFileNames]
    public string? TransferConferenceFive { get; set; }

    /// <summary>The URL that the dialer requests when a call gets its status. ALT uses the alternate URLs.</summary>
    [Parameter]
    [Field, Alias("dispo_call_url", "DispositionCallUrl")]
    [NoFileNames]
    public string? DispositionUrl { get; set; }

    /// <summary>The URL of the first web form.</summary>
    [Parameter]
    [Field, Alias("webform_one")]
    [NoFileNames]
    public string? WebFormOne { get; set; }

    /// <summary>The URL of the second web form.</summary>
    [Parameter]
    [Field, Alias("webform_two")]
    [NoFileNames]
    public string? WebFormTwo { get; set; }

    /// <summary>The URL of the third web form.</summary>
    [Parameter]
    [Field, Alias("webform_three")]
    [NoFileNames]
    public string? WebFormThree { get; set; }

    private protected override string PlainParameter => nameof(CampaignId);
}
