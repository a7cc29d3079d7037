using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes campaigns.</summary>
public sealed class CampaignCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Campaigns];
}
