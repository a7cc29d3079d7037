using System.Management.Automation;
using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds an alternate URL to a campaign, an in-group or a list (API function <c>update_alt_url</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialAlternateUrl", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_alt_url")]
[ChangeDescription("Add alternate URL {Address}", "to {EntryType} {CampaignId}")]
[FixedField("alt_url_id", "NEW")]
[FixedField("entry_type", "campaign", UnlessGiven = [nameof(EntryType)])]
[OutputType(typeof(AlternateUrlChange))]
public sealed partial class AddAlternateUrlCommand : ChangeCommand<AlternateUrlChange>, IAlternateUrlFields
{
    /// <summary>The campaign, in-group or list that it belongs to.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>What that is: campaign, ingroup or list.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("entry_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? EntryType { get; set; }

    /// <summary>The event: dispo, start, addlead or noagent.</summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("url_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? UrlType { get; set; }

    /// <summary>The URL, with the dialer's own placeholders.</summary>
    [Parameter]
    [Field, Alias("url_address")]
    [NoFileNames]
    public string? Address { get; set; }

    private protected override string PlainParameter => nameof(CampaignId);
}
