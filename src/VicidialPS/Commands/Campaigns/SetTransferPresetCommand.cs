using System.Management.Automation;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes a transfer preset (API function <c>update_presets</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialTransferPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_presets")]
[ChangeDescription("Change transfer preset {PresetName}", "of campaign {CampaignId}")]
[FixedField("action", "UPDATE")]
[OutputType(typeof(TransferPresetChange))]
public sealed partial class SetTransferPresetCommand : SetExistingCommand<TransferPresetChange, TransferPreset>, ITransferPresetFields
{
    /// <summary>The campaign.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The preset.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("preset_name")]
    [ArgumentCompleter(typeof(PresetCompleter))]
    public string? PresetName { get; set; }

    /// <summary>The number.</summary>
    [Parameter]
    [Field, Alias("preset_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    private protected override string PlainParameter => nameof(PresetName);

    // Without a name that it knows the dialer takes the only one there is.
    private protected override ApiRequest MakeQuestion(ApiRequest request) =>
        new ApiRequest(request.Function).Add("campaign_id", request.Find("campaign_id")!).Add("action", "LIST");

    private protected override bool IsMeant(TransferPreset existing, ApiRequest request) => existing.PresetName == request.Find("preset_name");
}
