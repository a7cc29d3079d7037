using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;

namespace VicidialPS.Commands.Phones;

/// <summary>Creates a phone alias: one login for several phones (API function <c>add_phone_alias</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialPhoneAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_phone_alias")]
[ChangeDescription("Create phone alias", "{PhoneAliasId}")]
[OutputType(typeof(PhoneAliasChange))]
public sealed partial class NewPhoneAliasCommand : ChangeCommand<PhoneAliasChange>, IPhoneAliasFields
{
    private protected override string PlainParameter => nameof(PhoneAliasId);

    private protected override string? TitleParameter => nameof(PhoneAliasName);
}
