using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Servers;

/// <summary>Gets the call menus (API function <c>callmenu_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallMenu")]
[ApiFunction("callmenu_list")]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(CallMenu))]
public sealed class GetCallMenuCommand : PipedQueryCommand<CallMenu>
{
    /// <summary>
    /// Returns only menus with these names. Wildcards are allowed. Case does not matter. A name without wildcards that no dialer has is an
    /// error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CallMenuCompleter))]
    [NameOfInput(nameof(CallMenuId), KeepsOthers = true)]
    public string[]? CallMenuId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<CallMenu>(nameof(CallMenuId), CallMenuId, static record => record.CallMenuId);
}
