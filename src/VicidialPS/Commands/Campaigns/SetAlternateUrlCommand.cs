using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes an alternate URL (API function <c>update_alt_url</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAlternateUrl", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_alt_url")]
[ChangeDescription("Change alternate URL {AlternateUrlId}", "of {EntryType} {CampaignId}")]
[FixedField("entry_type", "campaign", UnlessGiven = [nameof(EntryType)])]
[OutputType(typeof(AlternateUrlChange))]
public sealed partial class SetAlternateUrlCommand : SetCommand<AlternateUrlChange>, IAlternateUrlFields
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

    /// <summary>Its number.</summary>
    [Parameter(Position = 3)]
    [Field(Identity = true), Alias("alt_url_id")]
    [NoFileNames]
    public string? AlternateUrlId { get; set; }

    /// <summary>The URL, with the dialer's own placeholders.</summary>
    [Parameter]
    [Field, Alias("url_address")]
    [NoFileNames]
    public string? Address { get; set; }

    private protected override string PlainParameter => nameof(AlternateUrlId);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string what = Describe(request, connection).Action;
        await ExistingEntry.RequireAlternateUrlAsync(connection.Client, request, what, Log, cancellationToken).ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
