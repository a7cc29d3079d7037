using System.Collections.Generic;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes types of settings containers that this session has met.</summary>
public sealed class ContainerTypeCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.ContainerType];
}
