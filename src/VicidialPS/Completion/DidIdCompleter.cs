using System.Collections.Generic;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes DIDs by the numbers of their records, as far as this session has met them.</summary>
public sealed class DidIdCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.DidId];
}
