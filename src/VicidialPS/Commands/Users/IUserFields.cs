using System.Security;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Users;

/// <summary>The settings of a user.</summary>
[ParameterGroup]
internal interface IUserFields
{
    /// <summary>The user level, 1 to 9. The account that you connect with cannot give a level above its own.</summary>
    [Parameter]
    [Field, Alias("agent_user_level")]
    [NumberFromText]
    [NoFileNames]
    int? UserLevel { get; set; }

    /// <summary>The full name of the user.</summary>
    [Parameter]
    [Field, Alias("agent_full_name")]
    [NoFileNames]
    string? FullName { get; set; }

    /// <summary>The user group of the user.</summary>
    [Parameter]
    [Field, Alias("agent_user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    string? UserGroup { get; set; }

    /// <summary>The login of the user's phone.</summary>
    [Parameter]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    string? PhoneLogin { get; set; }

    /// <summary>The password of the phone login. Text is also accepted, for example from a CSV file.</summary>
    [Parameter]
    [Field, Alias("phone_pass")]
    [SecretFromText]
    SecureString? PhonePassword { get; set; }

    /// <summary>Whether the agent can set a status with a hot key.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("hotkeys_active")]
    [FlagFromText]
    bool? HotkeysActive { get; set; }

    /// <summary>The voicemail box of the user: letters and digits.</summary>
    [Parameter]
    [Field, Alias("voicemail_id")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    string? VoicemailId { get; set; }

    /// <summary>The email address of the user.</summary>
    [Parameter]
    [Field("email")]
    [NoFileNames]
    string? Email { get; set; }

    /// <summary>Custom field 1 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_one")]
    [NoFileNames]
    string? CustomOne { get; set; }

    /// <summary>Custom field 2 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_two")]
    [NoFileNames]
    string? CustomTwo { get; set; }

    /// <summary>Custom field 3 of the user. -AlternateUser finds agents by this field.</summary>
    [Parameter]
    [Field, Alias("custom_three")]
    [NoFileNames]
    string? CustomThree { get; set; }

    /// <summary>Custom field 4 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_four")]
    [NoFileNames]
    string? CustomFour { get; set; }

    /// <summary>Custom field 5 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_five")]
    [NoFileNames]
    string? CustomFive { get; set; }

    /// <summary>The seconds of wrap-up time after each call, 0 to 9999; -1 uses the setting of the campaign.</summary>
    [Parameter]
    [Field, Alias("wrapup_seconds_override")]
    [NumberFromText]
    [NoFileNames]
    int? WrapUpSec { get; set; }

    /// <summary>The in-groups of the user.</summary>
    [Parameter]
    [Field, Alias("in_groups")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    string[]? InGroupId { get; set; }
}
