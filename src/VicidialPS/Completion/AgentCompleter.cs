using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes agents who are logged in.</summary>
public sealed class AgentCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Agents];
}
