using System.Management.Automation;
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
    /// <summary>The campaign.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter]
    [Field, Alias("campaign_name")]
    [NoFileNames]
    public string? CampaignName { get; set; }

    /// <summary>Whether it is active.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    /// <summary>The number of calls placed for each agent.</summary>
    [Parameter]
    [Field, Alias("auto_dial_level")]
    [NumberFromText(HasFraction = true)]
    [NoFileNames]
    public decimal? DialLevel { get; set; }

    /// <summary>The most calls that an adaptive method places for each agent.</summary>
    [Parameter]
    [Field, Alias("adaptive_maximum_level")]
    [NumberFromText(HasFraction = true)]
    [NoFileNames]
    public decimal? AdaptiveMaximumLevel { get; set; }

    /// <summary>The extension that routes its calls.</summary>
    [Parameter]
    [Field, Alias("campaign_vdad_exten")]
    [NoFileNames]
    public string? RoutingExtension { get; set; }

    /// <summary>How many leads the hopper holds.</summary>
    [Parameter]
    [Field, Alias("hopper_level")]
    [NumberFromText]
    [NoFileNames]
    public int? HopperLevel { get; set; }

    /// <summary>MANUAL, RATIO, INBOUND_MAN, ADAPT_AVERAGE …</summary>
    [Parameter]
    [Field, Alias("dial_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DialMethod { get; set; }

    /// <summary>How many seconds a call rings.</summary>
    [Parameter]
    [Field, Alias("dial_timeout")]
    [NumberFromText]
    [NoFileNames]
    public int? DialTimeoutSec { get; set; }

    /// <summary>The order in which leads are dialled.</summary>
    [Parameter]
    [Field, Alias("list_order")]
    [NoFileNames]
    public string? LeadOrder { get; set; }

    /// <summary>Whether leads of equal rank are mixed.</summary>
    [Parameter]
    [Field, Alias("list_order_randomize")]
    [FlagFromText]
    public bool? RandomizeLeadOrder { get; set; }

    /// <summary>The order of leads that are equal in the first.</summary>
    [Parameter]
    [Field, Alias("list_order_secondary")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? SecondaryLeadOrder { get; set; }

    /// <summary>The number that is shown to who is called.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    /// <summary>A status whose leads are to be dialled, too.</summary>
    [Parameter]
    [Field, Alias("dial_status_add")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? AddDialStatus { get; set; }

    /// <summary>A status whose leads are not to be dialled any more.</summary>
    [Parameter]
    [Field, Alias("dial_status_remove")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? RemoveDialStatus { get; set; }

    /// <summary>The filter for leads.</summary>
    [Parameter]
    [Field, Alias("lead_filter_id")]
    [NoFileNames]
    public string? LeadFilterId { get; set; }

    /// <summary>Transfer number 1.</summary>
    [Parameter]
    [Field, Alias("xferconf_one")]
    [NoFileNames]
    public string? TransferConferenceOne { get; set; }

    /// <summary>Transfer number 2.</summary>
    [Parameter]
    [Field, Alias("xferconf_two")]
    [NoFileNames]
    public string? TransferConferenceTwo { get; set; }

    /// <summary>Transfer number 3.</summary>
    [Parameter]
    [Field, Alias("xferconf_three")]
    [NoFileNames]
    public string? TransferConferenceThree { get; set; }

    /// <summary>Transfer number 4.</summary>
    [Parameter]
    [Field, Alias("xferconf_four")]
    [NoFileNames]
    public string? TransferConferenceFour { get; set; }

    /// <summary>Transfer number 5.</summary>
    [Parameter]
    [Field, Alias("xferconf_five")]
    [NoFileNames]
    public string? TransferConferenceFive { get; set; }

    /// <summary>The URL to call when a call gets its status.</summary>
    [Parameter]
    [Field, Alias("dispo_call_url")]
    [NoFileNames]
    public string? DispositionUrl { get; set; }

    /// <summary>The web form.</summary>
    [Parameter]
    [Field, Alias("webform_one")]
    [NoFileNames]
    public string? WebFormOne { get; set; }

    /// <summary>The second web form.</summary>
    [Parameter]
    [Field, Alias("webform_two")]
    [NoFileNames]
    public string? WebFormTwo { get; set; }

    /// <summary>The third web form.</summary>
    [Parameter]
    [Field, Alias("webform_three")]
    [NoFileNames]
    public string? WebFormThree { get; set; }

    private protected override string PlainParameter => nameof(CampaignId);
}
