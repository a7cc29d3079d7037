using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>The lists that a cmdlet removes or resets.</summary>
[ParameterGroup]
internal interface IListKeys
{
    /// <summary>The lists, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    long[]? ListId { get; set; }
}
