using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>Changes a phone (API function <c>update_phone</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialPhone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_phone")]
[ChangeDescription("Change phone", "{Extension} on server {ServerIp}")]
[OutputType(typeof(PhoneChange))]
public sealed partial class SetPhoneCommand : SetCommand<PhoneChange>, IPhoneFields
{
    /// <summary>The extension. A column or property Extension of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field("extension", Identity = true)]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? Extension { get; set; }

    /// <summary>The login that agents use for the phone.</summary>
    [Parameter]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneLogin { get; set; }

    /// <summary>A second caller ID number for the phone.</summary>
    [Parameter]
    [Field, Alias("outbound_alt_cid")]
    [NoFileNames]
    public string? OutboundAlternateCid { get; set; }

    /// <summary>Whether the phone can be used. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    /// <summary>How many seconds the phone rings.</summary>
    [Parameter]
    [Field, Alias("phone_ring_timeout")]
    [NumberFromText]
    [NoFileNames]
    public int? RingTimeoutSec { get; set; }

    /// <summary>Whether voicemail messages are removed after they were sent by email. A column can contain Y or N.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("delete_vm_after_email")]
    [FlagFromText]
    public bool? DeleteVoicemailAfterEmail { get; set; }

    private protected override string PlainParameter => nameof(Extension);

    private protected override string? TitleParameter => nameof(PhoneFullName);
}
