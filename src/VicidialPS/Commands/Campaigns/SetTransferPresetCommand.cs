using Vicidial.Client.Operations;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes a transfer preset (API function <c>update_presets</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialTransferPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_presets")]
[ChangeDescription("Change transfer preset {PresetName} of campaign {CampaignId}")]
[FixedField("action", "UPDATE")]
[OutputType(typeof(TransferPresetChange))]
public sealed partial class SetTransferPresetCommand : SetCommand<TransferPresetChange>, ITransferPresetFields
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
    [ArgumentCompleter(typeof(PresetCompleter))]
    public string? PresetName { get; set; }

    /// <summary>The number that agents transfer calls to with the preset.</summary>
    [Parameter]
    [Field, Alias("preset_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    private protected override string PlainParameter => nameof(PresetName);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string what = Describe(request, connection).Action;
        await ExistingEntry.RequirePresetAsync(connection.Client, request, what, Log, cancellationToken).ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
