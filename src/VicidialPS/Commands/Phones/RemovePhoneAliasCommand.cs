using Vicidial.Client.Records.Phones;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Phones;

/// <summary>Removes phone aliases (API function <c>update_phone_alias</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialPhoneAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_phone_alias")]
[FixedField("delete_alias", "Y")]
[OutputType(typeof(PhoneAliasChange))]
public sealed class RemovePhoneAliasCommand : RemoveCommand<PhoneAliasChange>
{
    /// <summary>The aliases; each is removed separately. A column or property PhoneAliasId or alias_id of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("alias_id")]
    [NoFileNames]
    public string[]? PhoneAliasId { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string key = request.Find(Plan.FindWireName(nameof(PhoneAliasId))!)!;
        return (connection.Name, $"Remove phone alias {key}{TitleOf(connection, key)}");
    }

    private protected override string PlainParameter => nameof(PhoneAliasId);
}
