using Vicidial.Client.Records.Users;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Users;

/// <summary>Gets the current states of the agents in user groups (API function <c>user_group_status</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialUserGroupStatus")]
[ApiFunction("user_group_status")]
[OutputType(typeof(UserGroupStatus))]
public sealed class GetUserGroupStatusCommand : PipedQueryCommand<UserGroupStatus>
{
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The user groups. Each is counted separately. Wildcards are not supported.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(EachUnless = nameof(Combined)), Alias("user_groups", "user_group")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    [NameOfInput(nameof(UserGroup), "user_groups", "user_group", KeepsOthers = true)]
    public string[] UserGroup { get; set; } = [];

    /// <summary>Counts all groups of a request together, in one row. UserGroup then has all the names with blanks between them.</summary>
    [Parameter]
    public SwitchParameter Combined { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // No function lists user groups, so a group without agents looks like one that does not exist.
        Ask<UserGroupStatus>(isWanted: status =>
        {
            if (
                !Combined
                && status.AgentsLoggedIn == 0
                && !MayHave(status, status.UserGroup, NameList.CampaignUserGroups)
                && !MayHave(status, status.UserGroup, NameList.AgentUserGroups)
                && _told.Add(status.UserGroup)
            )
            {
                WriteWarning(
                    $"The user group {status.UserGroup} may not exist: no campaign and no agent has it. The dialer sends zeros for such a group too."
                );
            }

            return true;
        });
    }
}
