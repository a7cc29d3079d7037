using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes classes of music on hold.</summary>
public sealed class MusicOnHoldCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.MusicOnHold];
}
