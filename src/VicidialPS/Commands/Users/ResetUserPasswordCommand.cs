using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Users;

/// <summary>Makes the dialer set new passwords for users and send them by email (API function <c>update_user</c>).</summary>
[Cmdlet(VerbsCommon.Reset, "VicidialUserPassword", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_user")]
[ChangeDescription("Email a new password to user", "{User}")]
[FixedField("reset_password", "12", UnlessGiven = [nameof(Length)])]
[OutputType(typeof(UserChange))]
public sealed class ResetUserPasswordCommand : RemoveCommand<UserChange>
{
    /// <summary>The user accounts; each is queried separately. A column or property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>How many characters the new password has, from 8 to 100. The default is 12.</summary>
    [Parameter]
    [Field, Alias("reset_password")]
    [ValidateRange(8, 100)]
    [NumberFromText]
    [NoFileNames]
    public int? Length { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string user = request.Find(Plan.FindWireName(nameof(User))!)!;
        UserAccount? account = Estimate(connection, loss => loss.FindUserAsync(user, StopToken));
        return (connection.Name, $"Email a new password to user {UserWords.Name(user, account)}");
    }

    private protected override string PlainParameter => nameof(User);
}
