using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Empties the hopper of campaigns (API function <c>update_campaign</c>).</summary>
[Cmdlet(VerbsCommon.Clear, "VicidialHopper", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_campaign")]
[ChangeDescription("Empty the hopper of campaign", "{CampaignId}")]
[FixedField("reset_hopper", "Y")]
[OutputType(typeof(CampaignChange))]
public sealed class ClearHopperCommand : RemoveCommand<CampaignChange>
{
    private int _isTold;

    /// <summary>The campaigns. Each is a separate request.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[]? CampaignId { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string campaign = request.Find(Plan.FindWireName(nameof(CampaignId))!)!;
        int? count = Estimate(connection, loss => loss.CountHopperAsync(campaign, StopToken));
        string leads = count is { } known ? $"Remove all {known.ToString("N0", CultureInfo.InvariantCulture)} leads from" : "Empty";
        return (connection.Name, $"{leads} the hopper of campaign {campaign}");
    }

    private protected override string PlainParameter => nameof(CampaignId);

    // Without -PassThru there is no result that could carry the notice.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
    {
        object? result = base.ReadResult(request, response, connectionName);
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            PipelineThread.Post(() => WriteWarning("The dialer also removes the hopper entries of leads that are being dialed."));
        }

        return result;
    }
}
