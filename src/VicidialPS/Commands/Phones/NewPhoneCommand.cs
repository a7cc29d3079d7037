using Vicidial.Client.Records.Phones;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Phones;

/// <summary>Creates a phone (API function <c>add_phone</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialPhone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_phone")]
[ChangeDescription("Create phone", "{Extension} on server {ServerIp}")]
[OutputType(typeof(PhoneChange))]
public sealed partial class NewPhoneCommand : ChangeCommand<PhoneChange>, IPhoneFields
{
    /// <summary>The extension. A column or property Extension of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field("extension", Identity = true)]
    [NoFileNames]
    public string? Extension { get; set; }

    /// <summary>The login that agents use for the phone.</summary>
    [Parameter]
    [Field, Alias("phone_login")]
    [NoFileNames]
    public string? PhoneLogin { get; set; }

    private protected override string PlainParameter => nameof(Extension);

    private protected override string? TitleParameter => nameof(PhoneFullName);
}
