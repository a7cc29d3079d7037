using Vicidial.Client.Operations;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Users;

/// <summary>
/// Gets users (API function <c>user_details</c>). The dialer cannot list its users: without -User, the cmdlet gets those who are logged in
/// (API function <c>logged_in_agents</c>) or have worked lately (API function <c>agent_stats_export</c>).
/// </summary>
[Cmdlet(VerbsCommon.Get, "VicidialUser", DefaultParameterSetName = AllSet)]
[ApiFunction("user_details")]
[OutputType(typeof(UserAccount))]
public sealed class GetUserCommand : PipedQueryCommand<UserAccount>
{
    private const string AllSet = "All";
    private const string UserSet = "User";

    /// <summary>
    /// The user IDs. Each is queried separately. Wildcards are not supported. A property User or agent_user of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    [NameOfInput(nameof(User), "agent_user", KeepsOthers = true)]
    public string[]? User { get; set; }

    private protected override IReadOnlyCollection<string> GivenParameters
        => ParameterSetName == AllSet ? [.. base.GivenParameters, nameof(User)] : base.GivenParameters;

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        if (ParameterSetName != AllSet)
        {
            return base.MakeRequests(connection);
        }

        try
        {
            User = WaitFor(KnownThings.FindUsersAsync(connection.Client, Today(connection), Log, StopToken)).ToArray();
            WriteWarning(
                $"The dialer {connection.Name} cannot list its users, so the output has only those who are logged in or have worked in the "
                + $"last {KnownThings.DaysOfWork} days. Use -User to get others by name."
            );
            return User.Length == 0 ? [] : base.MakeRequests(connection);
        }
        finally
        {
            User = null;
        }
    }
}
