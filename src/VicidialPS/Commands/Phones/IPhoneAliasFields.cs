using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>A phone alias and its settings.</summary>
[ParameterGroup]
internal interface IPhoneAliasFields
{
    /// <summary>The alias, which agents type at login in the place of a phone login.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("alias_id")]
    [NoFileNames]
    string? PhoneAliasId { get; set; }

    /// <summary>The logins of the phones that the alias combines.</summary>
    [Parameter]
    [Field, Alias("phone_logins")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    string[]? PhoneLogin { get; set; }

    /// <summary>The name of the alias, as administrators see it.</summary>
    [Parameter]
    [Field, Alias("alias_name")]
    [NoFileNames]
    string? PhoneAliasName { get; set; }
}
