using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes call menus.</summary>
public sealed class CallMenuCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.CallMenus];
}
