using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes the record numbers of DIDs that this session has seen.</summary>
public sealed class DidIdCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.DidId];
}
