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
[ChangeDescription("Change alternate URL {AlternateUrlId} of {EntryType} {CampaignId}")]
[FixedField("entry_type", "campaign", UnlessGiven = [nameof(EntryType)])]
[OutputType(typeof(AlternateUrlChange))]
public sealed partial class SetAlternateUrlCommand : SetCommand<AlternateUrlChange>, IAlternateUrlFields
{
    /// <summary>The number of the entry, as Get-VicidialAlternateUrl shows it.</summary>
    [Parameter(Position = 3)]
    [Field(Identity = true), Alias("alt_url_id")]
    [NoFileNames]
    public string? AlternateUrlId { get; set; }

    private protected override string PlainParameter => nameof(AlternateUrlId);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string what = Describe(request, connection).Action;
        await ExistingEntry.RequireAlternateUrlAsync(connection.Client, request, what, Log, cancellationToken).ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
