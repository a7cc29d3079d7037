using Vicidial.Client.Records.Dnc;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Dnc;

/// <summary>Adds numbers to the do-not-call list of the system or of a campaign (API function <c>add_dnc_phone</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialDncNumber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_dnc_phone")]
[Bulk(nameof(PhoneNumber))]
[FixedField("campaign_id", DncWords.SystemList, UnlessGiven = [nameof(CampaignId)])]
[OutputType(typeof(DncNumberChange))]
public sealed class AddDncNumberCommand : ChangeCommand<DncNumberChange>
{
    // The dialer finds a campaign without regard to case, but stores the name as it was sent.
    private readonly KnownCampaigns _campaigns = new(
        StringComparison.Ordinal,
        "the dialer would create a do-not-call list that no campaign uses."
    );

    /// <summary>The numbers, 6 digits or more. Each is a separate request. Spaces, brackets, dots, dashes, and slashes are removed.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("phone_number")]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The campaign whose do-not-call list is changed. The default is the list of the system.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    private protected override string PlainParameter => nameof(PhoneNumber);

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(PhoneNumber))!)!;
        return (connection.Name, $"Add number {number} to {DncWords.List(FindCampaign(request))}");
    }

    private protected override bool IsDescribed(ParameterField field) =>
        base.IsDescribed(field) || field.ParameterName == nameof(CampaignId);

    private string? FindCampaign(ApiRequest request) => request.Find(Plan.FindWireName(nameof(CampaignId))!);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string campaign = FindCampaign(request)!;
        if (campaign != DncWords.SystemList)
        {
            await _campaigns.RequireAsync(connection, campaign, Log, cancellationToken).ConfigureAwait(false);
        }

        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private protected override void WriteNotices(object result)
    {
        foreach (string doubt in _campaigns.TakeDoubts())
        {
            WriteWarning(doubt);
        }

        base.WriteNotices(result);
    }
}
