using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes user groups: those of campaigns and agents, and those that this session has seen.</summary>
public sealed class UserGroupCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.CampaignUserGroups, NameList.AgentUserGroups];

    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.UserGroup];
}
