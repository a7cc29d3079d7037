using System.Management.Automation;
using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Input;

namespace VicidialPS.Commands.Servers;

/// <summary>Gets the call menus (API function <c>callmenu_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallMenu")]
[ApiFunction("callmenu_list")]
[DecidedField("comments", "names a field of a web page")]
[OutputType(typeof(CallMenu))]
public sealed class GetCallMenuCommand : QueryCommand
{
    /// <summary>Only menus of these names; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CallMenuCompleter))]
    public string[]? CallMenuId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<CallMenu>(isWanted: record => NamePattern.Matches(CallMenuId, record.CallMenuId));
}
