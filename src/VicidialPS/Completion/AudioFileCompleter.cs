using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes files of the central audio store.</summary>
public sealed class AudioFileCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.AudioFiles];
}
