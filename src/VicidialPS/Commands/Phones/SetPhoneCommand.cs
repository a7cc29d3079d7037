using System.Management.Automation;
using System.Security;
using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>Changes a phone (API function <c>update_phone</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialPhone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_phone")]
[ChangeDescription("Change phone", "{Extension} on server {ServerIp}")]
[OutputType(typeof(PhoneChange))]
public sealed class SetPhoneCommand : SetCommand<PhoneChange>
{
    /// <summary>The extension.</summary>
    [Parameter(Position = 0)]
    [Field("extension", Identity = true)]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? Extension { get; set; }

    /// <summary>The server that it belongs to.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("server_ip")]
    public string? ServerIp { get; set; }

    /// <summary>The number by which it is called.</summary>
    [Parameter]
    [Field, Alias("dialplan_number")]
    public string? DialplanNumber { get; set; }

    /// <summary>Its voicemail box.</summary>
    [Parameter]
    [Field, Alias("voicemail_id")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    public string? VoicemailId { get; set; }

    /// <summary>The login of agents at it.</summary>
    [Parameter]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneLogin { get; set; }

    /// <summary>The password of that login.</summary>
    [Parameter]
    [Field, Alias("phone_pass")]
    [SecretFromText]
    public SecureString? PhonePassword { get; set; }

    /// <summary>IAX2, SIP, Zap or EXTERNAL.</summary>
    [Parameter]
    [Field("protocol")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Protocol { get; set; }

    /// <summary>The password with which the telephone registers.</summary>
    [Parameter]
    [Field, Alias("registration_password")]
    [SecretFromText]
    public SecureString? RegistrationPassword { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter]
    [Field, Alias("phone_full_name")]
    public string? PhoneFullName { get; set; }

    /// <summary>Its hours from UTC without daylight saving time, with two decimals: -5.00.</summary>
    [Parameter]
    [Field, Alias("local_gmt")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? LocalGmt { get; set; }

    /// <summary>The number that it shows.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    public string? OutboundCid { get; set; }

    /// <summary>Its context in the dialplan.</summary>
    [Parameter]
    [Field, Alias("phone_context")]
    public string? PhoneContext { get; set; }

    /// <summary>Where its voicemail is mailed to.</summary>
    [Parameter]
    [Field("email")]
    public string? Email { get; set; }

    /// <summary>The user group that administers it.</summary>
    [Parameter]
    [Field, Alias("admin_user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string? AdminUserGroup { get; set; }

    /// <summary>Whether it is in the browser: Y, N or Y_API_LAUNCH.</summary>
    [Parameter]
    [Field, Alias("is_webphone")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? IsWebPhone { get; set; }

    /// <summary>Whether the web phone answers by itself.</summary>
    [Parameter]
    [Field, Alias("webphone_auto_answer")]
    public bool? WebPhoneAutoAnswer { get; set; }

    /// <summary>Whether it reaches the server by its outer address.</summary>
    [Parameter]
    [Field, Alias("use_external_server_ip")]
    public bool? UseExternalServerIp { get; set; }

    /// <summary>The template of its configuration.</summary>
    [Parameter]
    [Field, Alias("template_id")]
    public string? TemplateId { get; set; }

    /// <summary>Whether it rings for each call.</summary>
    [Parameter]
    [Field, Alias("on_hook_agent")]
    public bool? OnHookAgent { get; set; }

    /// <summary>A second number that it may show.</summary>
    [Parameter]
    [Field, Alias("outbound_alt_cid")]
    public string? OutboundAlternateCid { get; set; }

    /// <summary>Whether it may be used.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    public bool? Active { get; set; }

    /// <summary>How many seconds it rings.</summary>
    [Parameter]
    [Field, Alias("phone_ring_timeout")]
    public int? RingTimeoutSec { get; set; }

    /// <summary>Whether messages are removed once they are mailed.</summary>
    [Parameter]
    [Field, Alias("delete_vm_after_email")]
    public bool? DeleteVoicemailAfterEmail { get; set; }

    private protected override string PlainParameter => nameof(Extension);
}
