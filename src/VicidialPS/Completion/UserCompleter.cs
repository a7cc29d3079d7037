using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes users: agents who are logged in, and accounts that this session has seen.</summary>
public sealed class UserCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Agents];

    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.User];
}
