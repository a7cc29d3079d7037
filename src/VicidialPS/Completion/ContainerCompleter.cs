using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes the settings containers of the type on the line.</summary>
public sealed class ContainerCompleter : NameCompleter
{
    private protected override IReadOnlyList<NameList> Lists => [NameList.Containers];

    private protected override string ArgumentParameter => "ContainerType";
}
