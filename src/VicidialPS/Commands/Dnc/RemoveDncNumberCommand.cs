using Vicidial.Client.Records.Dnc;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Dnc;

/// <summary>Removes numbers from the do-not-call list of the system or of a campaign (API function <c>delete_dnc_phone</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialDncNumber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("delete_dnc_phone")]
[Bulk(nameof(PhoneNumber))]
[FixedField("campaign_id", DncWords.SystemList, UnlessGiven = [nameof(CampaignId)])]
[OutputType(typeof(DncNumberChange))]
public sealed class RemoveDncNumberCommand : RemoveCommand<DncNumberChange>
{
    /// <summary>The numbers. Each is a separate request. Spaces, brackets, dots, dashes, and slashes are removed.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("phone_number")]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The campaign whose do-not-call list is changed. The default is the list of the system.</summary>
    [Parameter]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    private protected override string PlainParameter => nameof(PhoneNumber);

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(PhoneNumber))!)!;
        return (connection.Name, $"Remove number {number} from {DncWords.List(FindCampaign(request))}");
    }

    private protected override bool IsDescribed(ParameterField field) =>
        base.IsDescribed(field) || field.ParameterName == nameof(CampaignId);

    private string? FindCampaign(ApiRequest request) => request.Find(Plan.FindWireName(nameof(CampaignId))!);
}
