using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes the types of settings containers that this session has seen.</summary>
public sealed class ContainerTypeCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.ContainerType];
}
