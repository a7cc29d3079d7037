using System.Management.Automation;
using Vicidial.Client.Records.Users;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Users;

/// <summary>Gets the current states of the agents in user groups (API function <c>user_group_status</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialUserGroupStatus")]
[ApiFunction("user_group_status")]
[OutputType(typeof(UserGroupStatus))]
public sealed class GetUserGroupStatusCommand : PipedQueryCommand<UserGroupStatus>
{
    /// <summary>The user groups. Each is counted by itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(EachUnless = nameof(Combined)), Alias("user_groups", "user_group")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string[] UserGroup { get; set; } = [];

    /// <summary>Counts all groups together.</summary>
    [Parameter]
    public SwitchParameter Combined { get; set; }
}
