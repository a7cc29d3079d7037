using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes campaigns and in-groups, to which a call can belong.</summary>
public sealed class GroupCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Campaigns, NameList.InGroups];
}
