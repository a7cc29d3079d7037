using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;

namespace VicidialPS.Commands.Phones;

/// <summary>Changes a phone alias (API function <c>update_phone_alias</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialPhoneAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_phone_alias")]
[ChangeDescription("Change phone alias", "{PhoneAliasId}")]
[OutputType(typeof(PhoneAliasChange))]
public sealed partial class SetPhoneAliasCommand : SetCommand<PhoneAliasChange>, IPhoneAliasFields
{
    private protected override string PlainParameter => nameof(PhoneAliasId);

    private protected override string? TitleParameter => nameof(PhoneAliasName);
}
