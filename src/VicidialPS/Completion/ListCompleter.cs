using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes lists of leads that this session has seen.</summary>
public sealed class ListCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.List];
}
