using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes in-groups.</summary>
public sealed class InGroupCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.InGroups];
}
