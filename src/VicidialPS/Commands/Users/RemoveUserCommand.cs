using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Users;

/// <summary>Removes users (API function <c>update_user</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_user")]
[ChangeDescription("Remove user", "{User}")]
[FixedField("delete_user", "Y")]
[OutputType(typeof(UserChange))]
public sealed class RemoveUserCommand : RemoveCommand<UserChange>
{
    /// <summary>The user accounts; each is removed separately. A column or property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string user = request.Find(Plan.FindWireName(nameof(User))!)!;
        UserAccount? account = Estimate(connection, loss => loss.FindUserAsync(user, StopToken));
        return (connection.Name, $"Remove user {UserWords.Name(user, account)}");
    }

    private protected override string PlainParameter => nameof(User);
}
