using Vicidial.Client.Operations;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Removes a transfer preset (API function <c>update_presets</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialTransferPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_presets")]
[FixedField("action", "DELETE")]
[OutputType(typeof(TransferPresetChange))]
public sealed class RemoveTransferPresetCommand : RemoveCommand<TransferPresetChange>
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

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string campaign = request.Find(Plan.FindWireName(nameof(CampaignId))!)!;
        string name = request.Find(Plan.FindWireName(nameof(PresetName))!)!;
        TransferPreset? preset = Estimate(connection, loss => loss.FindPresetAsync(campaign, name, StopToken));
        string number = preset is { PhoneNumber.Length: > 0 } ? $" ({preset.PhoneNumber})" : string.Empty;
        return (connection.Name, $"Remove transfer preset {name}{number} of campaign {campaign}");
    }

    private protected override string PlainParameter => nameof(PresetName);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string what = $"Remove transfer preset {request.Find(Plan.FindWireName(nameof(PresetName))!)}";
        await ExistingEntry.RequirePresetAsync(connection.Client, request, what, Log, cancellationToken).ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
