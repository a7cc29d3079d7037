using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes phones that this session has seen.</summary>
public sealed class PhoneCompleter : NameCompleter
{
    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.Phone];
}
