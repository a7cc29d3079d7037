using System.Management.Automation;
using Vicidial.Client.Records.Users;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Users;

/// <summary>Gets users (API function <c>user_details</c>). The dialer lists no users: their names must be known.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialUser")]
[ApiFunction("user_details")]
[OutputType(typeof(UserAccount))]
public sealed class GetUserCommand : PipedQueryCommand<UserAccount>
{
    /// <summary>The users, by account.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = [];
}
