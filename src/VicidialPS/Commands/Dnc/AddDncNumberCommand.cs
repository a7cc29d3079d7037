using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Records.Dnc;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Dnc;

/// <summary>Adds numbers to the do-not-call list of the system or of a campaign (API function <c>add_dnc_phone</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialDncNumber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_dnc_phone")]
[Bulk(nameof(PhoneNumber))]
[ChangeDescription("Add number {PhoneNumber} to", "the do-not-call list {CampaignId}")]
[FixedField("campaign_id", SystemList, UnlessGiven = [nameof(CampaignId)])]
[OutputType(typeof(DncNumberChange))]
public sealed class AddDncNumberCommand : ChangeCommand<DncNumberChange>
{
    private const string SystemList = "SYSTEM_INTERNAL";
    private readonly KnownCampaigns _campaigns = new();

    // Campaigns that could not be checked, and whether the warning was written.
    private readonly ConcurrentDictionary<string, bool> _doubts = new();

    /// <summary>The numbers, 6 digits or more. Each is a separate request. Spaces, brackets, dots, dashes, and slashes are removed.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("phone_number")]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The campaign whose list is meant. Without it the list of the system.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    private protected override string PlainParameter => nameof(PhoneNumber);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string campaign = request.Find(Plan.FindWireName(nameof(CampaignId))!)!;
        if (campaign != SystemList && await _campaigns.RequireAsync(connection, campaign, Log, cancellationToken).ConfigureAwait(false) is { } doubt)
        {
            _doubts.TryAdd(doubt, false);
        }

        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private protected override void WriteNotices(object result)
    {
        foreach (string doubt in _doubts.Keys)
        {
            if (_doubts.TryUpdate(doubt, newValue: true, comparisonValue: false))
            {
                WriteWarning(doubt);
            }
        }

        base.WriteNotices(result);
    }
}
