using System.Security;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>The settings of a phone.</summary>
[ParameterGroup]
internal interface IPhoneFields
{
    /// <summary>The IP address of the telephony server that the phone belongs to.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("server_ip")]
    [NoFileNames]
    string? ServerIp { get; set; }

    /// <summary>The voicemail box of the phone: letters and digits.</summary>
    [Parameter]
    [Field, Alias("voicemail_id")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    string? VoicemailId { get; set; }

    /// <summary>The caller ID number of the phone, in digits.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    string? OutboundCid { get; set; }

    /// <summary>The user group whose admins can change the phone. Without it, admins of all groups can.</summary>
    [Parameter]
    [Field, Alias("admin_user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    string? AdminUserGroup { get; set; }

    /// <summary>The email address for voicemail messages.</summary>
    [Parameter]
    [Field("email")]
    [NoFileNames]
    string? Email { get; set; }

    /// <summary>The dialplan number that rings the phone: digits, letters, *, and #.</summary>
    [Parameter]
    [Field, Alias("dialplan_number")]
    [NoFileNames]
    string? DialplanNumber { get; set; }

    /// <summary>The password of the phone login: letters, digits, -, and _. Text is also accepted, for example from a CSV file.</summary>
    [Parameter]
    [Field, Alias("phone_pass")]
    [SecretFromText]
    SecureString? PhonePassword { get; set; }

    /// <summary>The protocol of the phone: IAX2, SIP, Zap, or EXTERNAL. Case matters.</summary>
    [Parameter]
    [Field("protocol")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? Protocol { get; set; }

    /// <summary>
    /// The password with which the phone registers: letters, digits, -, and _. Text is also accepted, for example from a CSV file.
    /// </summary>
    [Parameter]
    [Field, Alias("registration_password")]
    [SecretFromText]
    SecureString? RegistrationPassword { get; set; }

    /// <summary>The description of the phone, such as the name of its user.</summary>
    [Parameter]
    [Field, Alias("phone_full_name")]
    [NoFileNames]
    string? PhoneFullName { get; set; }

    /// <summary>The phone's offset from UTC without daylight saving time, in hours with two decimals, such as -5.00.</summary>
    [Parameter]
    [Field, Alias("local_gmt")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? LocalGmt { get; set; }

    /// <summary>The dialplan context of the phone.</summary>
    [Parameter]
    [Field, Alias("phone_context")]
    [NoFileNames]
    string? PhoneContext { get; set; }

    /// <summary>Whether the phone runs in the browser: Y, N, or Y_API_LAUNCH (the API opens it).</summary>
    [Parameter]
    [Field, Alias("is_webphone")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? IsWebPhone { get; set; }

    /// <summary>Whether the web phone answers automatically.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("webphone_auto_answer")]
    [FlagFromText]
    bool? WebPhoneAutoAnswer { get; set; }

    /// <summary>Whether the phone registers at the external address of the server.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("use_external_server_ip")]
    [FlagFromText]
    bool? UseExternalServerIp { get; set; }

    /// <summary>The configuration template of the phone.</summary>
    [Parameter]
    [Field, Alias("template_id")]
    [NoFileNames]
    string? TemplateId { get; set; }

    /// <summary>Whether the phone rings for each call instead of staying connected.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("on_hook_agent")]
    [FlagFromText]
    bool? OnHookAgent { get; set; }
}
