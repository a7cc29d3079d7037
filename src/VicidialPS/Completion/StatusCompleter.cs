using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes statuses of leads: those that campaigns dial, and those that this session has seen.</summary>
public sealed class StatusCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.DialStatuses];

    private protected override IReadOnlyList<RememberedKind> Seen => [RememberedKind.Status];
}
