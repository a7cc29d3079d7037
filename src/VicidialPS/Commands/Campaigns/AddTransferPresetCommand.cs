using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds a transfer preset to a campaign (API function <c>update_presets</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialTransferPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_presets")]
[ChangeDescription("Add transfer preset {PresetName} to campaign {CampaignId}")]
[FixedField("action", "NEW")]
[OutputType(typeof(TransferPresetChange))]
public sealed partial class AddTransferPresetCommand : ChangeCommand<TransferPresetChange>, ITransferPresetFields
{
    /// <summary>The campaign. A column or property CampaignId or campaign_id of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>
    /// The name of the preset, as agents see it. A column or property PresetName or preset_name of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("preset_name")]
    [NoFileNames]
    public string? PresetName { get; set; }

    /// <summary>The number that agents transfer calls to with the preset.</summary>
    [Parameter]
    [Field, Alias("preset_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    private protected override string PlainParameter => nameof(PresetName);
}
