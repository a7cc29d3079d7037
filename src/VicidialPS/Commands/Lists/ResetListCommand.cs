using System.Management.Automation;
using Vicidial.Client.Records.Lists;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Resets the leads of lists, so that they are dialled again (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Reset, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Reset the leads of list", "{ListId}")]
[FixedField("reset_list", "Y")]
[OutputType(typeof(ListChange))]
public sealed class ResetListCommand : RemoveCommand<ListChange>
{
    /// <summary>The lists, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long[]? ListId { get; set; }

    /// <summary>Resets leads of the archive.</summary>
    [Parameter]
    [Field, Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override string PlainParameter => nameof(ListId);
}
