using System.Collections.Generic;

namespace VicidialPS.Completion;

/// <summary>Completes agents who are logged in.</summary>
public sealed class AgentCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Agents];
}
