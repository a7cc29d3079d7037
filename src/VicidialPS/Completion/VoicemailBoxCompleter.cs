using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes voicemail boxes.</summary>
public sealed class VoicemailBoxCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.VoicemailBoxes];
}
