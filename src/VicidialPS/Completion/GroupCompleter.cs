using System.Collections.Generic;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes what a call belongs to: a campaign or an in-group.</summary>
public sealed class GroupCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Campaigns, NameList.InGroups];
}
