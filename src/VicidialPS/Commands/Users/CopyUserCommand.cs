using System.Management.Automation;
using Vicidial.Client.Records.Users;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Users;

/// <summary>Creates a user as a copy of another one (API function <c>copy_user</c>).</summary>
[Cmdlet(VerbsCommon.Copy, "VicidialUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("copy_user")]
[ChangeDescription("Copy user {SourceUser}", "{User}")]
[OutputType(typeof(UserChange))]
[TurnKey(nameof(User))]
[TurnKey(nameof(SourceUser))]
public sealed class CopyUserCommand : NewUserCommandBase
{
    /// <summary>The user account.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [NoFileNames]
    public string? User { get; set; }

    /// <summary>The user to copy.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("source_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? SourceUser { get; set; }

    /// <summary>The name.</summary>
    [Parameter]
    [Field, Alias("agent_full_name")]
    [NoFileNames]
    public string? FullName { get; set; }

    private protected override string PlainParameter => nameof(User);
}
