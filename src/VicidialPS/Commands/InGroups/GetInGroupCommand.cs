using Vicidial.Client.Records.InGroups;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.InGroups;

/// <summary>Gets the active in-groups (API function <c>ingroup_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialInGroup")]
[ApiFunction("ingroup_list")]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(InGroup))]
public sealed class GetInGroupCommand : PipedQueryCommand<InGroup>
{
    /// <summary>
    /// Returns only in-groups with these names. Wildcards are allowed. Case does not matter. A name without wildcards that no dialer has is
    /// an error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    [NameOfInput(nameof(InGroupId), KeepsOthers = true)]
    public string[]? InGroupId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<InGroup>(nameof(InGroupId), InGroupId, static record => record.InGroupId);
}
