using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes DIDs that this session has seen.</summary>
public sealed class DidCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.Did];
}
