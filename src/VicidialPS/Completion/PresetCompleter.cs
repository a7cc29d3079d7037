using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes the transfer presets of the campaign on the line.</summary>
public sealed class PresetCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Presets];

    private protected override string ArgumentParameter => "CampaignId";
}
