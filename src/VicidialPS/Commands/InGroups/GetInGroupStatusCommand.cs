using System.Management.Automation;
using Vicidial.Client.Records.InGroups;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.InGroups;

/// <summary>Gets the current calls and agents of in-groups (API function <c>in_group_status</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialInGroupStatus")]
[ApiFunction("in_group_status")]
[OutputType(typeof(InGroupStatus))]
public sealed class GetInGroupStatusCommand : PipedQueryCommand<InGroupStatus>
{
    /// <summary>The in-groups. Each is counted by itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(EachUnless = nameof(Combined)), Alias("in_groups", "group_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[] InGroupId { get; set; } = [];

    /// <summary>Counts all in-groups together: an agent who takes calls from several of them counts once.</summary>
    [Parameter]
    public SwitchParameter Combined { get; set; }
}
