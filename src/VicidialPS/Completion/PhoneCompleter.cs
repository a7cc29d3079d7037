using System.Collections.Generic;

namespace VicidialPS.Completion;

/// <summary>Completes phones that this session has met.</summary>
public sealed class PhoneCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.Phone];
}
