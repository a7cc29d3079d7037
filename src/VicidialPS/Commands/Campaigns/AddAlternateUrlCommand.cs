using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds an alternate URL to a campaign, an in-group or a list (API function <c>update_alt_url</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialAlternateUrl", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_alt_url")]
[ChangeDescription("Add alternate URL {Address} to {EntryType} {CampaignId}")]
[FixedField("alt_url_id", "NEW")]
[FixedField("entry_type", "campaign", UnlessGiven = [nameof(EntryType)])]
[OutputType(typeof(AlternateUrlChange))]
public sealed partial class AddAlternateUrlCommand : ChangeCommand<AlternateUrlChange>, IAlternateUrlFields
{
    private protected override string PlainParameter => nameof(CampaignId);
}
