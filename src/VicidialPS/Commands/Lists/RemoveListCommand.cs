using System.Management.Automation;
using Vicidial.Client.Records.Lists;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Removes lists (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Remove list", "{ListId}")]
[FixedField("delete_list", "Y")]
[OutputType(typeof(ListChange))]
public sealed class RemoveListCommand : RemoveCommand<ListChange>
{
    /// <summary>The lists, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long[]? ListId { get; set; }

    /// <summary>Removes their leads as well.</summary>
    [Parameter]
    [Field, Alias("delete_leads")]
    public SwitchParameter IncludeLead { get; set; }

    private protected override string PlainParameter => nameof(ListId);
}
