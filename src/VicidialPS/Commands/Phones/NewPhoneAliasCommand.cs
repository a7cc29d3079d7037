using System.Management.Automation;
using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>Creates a phone alias: one login for several phones (API function <c>add_phone_alias</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialPhoneAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_phone_alias")]
[ChangeDescription("Create phone alias", "{PhoneAliasId}")]
[OutputType(typeof(PhoneAliasChange))]
public sealed class NewPhoneAliasCommand : ChangeCommand<PhoneAliasChange>
{
    /// <summary>The alias.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("alias_id")]
    [NoFileNames]
    public string? PhoneAliasId { get; set; }

    /// <summary>The logins of the phones that it stands for.</summary>
    [Parameter]
    [Field, Alias("phone_logins")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string[]? PhoneLogin { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter]
    [Field, Alias("alias_name")]
    [NoFileNames]
    public string? PhoneAliasName { get; set; }

    private protected override string PlainParameter => nameof(PhoneAliasId);
}
