using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Shows a message on the screens of agents (API function <c>send_notification</c>).</summary>
[Cmdlet(VerbsCommunications.Send, "VicidialAgentNotification", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "send_notification")]
[ChangeDescription("Show a message to {RecipientType} {Recipient}")]
[FixedField("recipient_type", "USER", UnlessGiven = [nameof(RecipientType)])]
[OutputType(typeof(AgentNotification))]
public sealed class SendAgentNotificationCommand : ChangeCommand<AgentNotification>
{
    /// <summary>The user, user group or campaign. It can be piped as plain text.</summary>
    [Parameter(Position = 0)]
    [Field("recipient", Identity = true)]
    [ArgumentCompleter(typeof(RecipientCompleter))]
    public string? Recipient { get; set; }

    /// <summary>The text that the agents see. It is required unless you give -Confetti.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("notification_text")]
    [NoFileNames]
    public string? Message { get; set; }

    /// <summary>The type of the recipient: USER, USER_GROUP, or CAMPAIGN. The default is USER.</summary>
    [Parameter]
    [Field(Identity = true), Alias("recipient_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? RecipientType { get; set; }

    /// <summary>
    /// When the message is shown, in the dialer's local time. The default is now. A time with an offset from UTC, or a UTC time, is
    /// rejected.
    /// </summary>
    [Parameter]
    [Field(IsDate = true), Alias("notification_date")]
    public object? NotificationTime { get; set; }

    /// <summary>Whether agents who cannot see the message now see it later.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("notification_retry")]
    [FlagFromText]
    public bool? Retry { get; set; }

    /// <summary>The size of the text, up to 255.</summary>
    [Parameter]
    [Field, Alias("text_size")]
    [NumberFromText]
    [NoFileNames]
    public int? TextSize { get; set; }

    /// <summary>The name of the font. The default is Arial.</summary>
    [Parameter]
    [Field, Alias("text_font")]
    [NoFileNames]
    public string? TextFont { get; set; }

    /// <summary>The weight of the text: bold, italic or underline, or several with commas.</summary>
    [Parameter]
    [Field, Alias("text_weight")]
    [NoFileNames]
    public string? TextWeight { get; set; }

    /// <summary>The color of the text: a name, or hexadecimal digits in uppercase.</summary>
    [Parameter]
    [Field, Alias("text_color")]
    [NoFileNames]
    public string? TextColor { get; set; }

    /// <summary>Shows confetti on the agent screens.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("show_confetti")]
    [FlagFromText]
    public bool? Confetti { get; set; }

    /// <summary>The duration of the confetti in seconds.</summary>
    [Parameter]
    [Field("duration")]
    [NumberFromText]
    [NoFileNames]
    public int? ConfettiSec { get; set; }

    /// <summary>The maximum number of pieces of confetti.</summary>
    [Parameter]
    [Field("maxParticleCount")]
    [NumberFromText]
    [NoFileNames]
    public int? ConfettiCount { get; set; }

    /// <summary>How fast the confetti falls. The default is 2.</summary>
    [Parameter]
    [Field("particleSpeed")]
    [NumberFromText]
    [NoFileNames]
    public int? ConfettiSpeed { get; set; }

    /// <summary>
    /// Takes values for all parameters from the piped object, by the names of parameters, by wire names or by -Map. Without this switch,
    /// the cmdlet reads only the recipient.
    /// </summary>
    [Parameter]
    public SwitchParameter FromInput { get; set; }

    private protected override string PlainParameter => nameof(Recipient);

    private protected override void Finish(ApiRequest request)
    {
        base.Finish(request);
        if (string.IsNullOrEmpty(request.Find(Plan.FindWireName(nameof(Message))!)) && request.Find(Plan.FindWireName(nameof(Confetti))!) != "Y")
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "-Message or -Confetti is required.");
        }
    }

    private protected override bool Takes(ParameterField field) => field.IsIdentity || FromInput;

    // A piped agent, campaign, or user group is the recipient. A callback has a property Recipient that means something else.
    private protected override PSObject Translate(PSObject input)
    {
        if (FromInput || Builder.FindText(input, nameof(RecipientType)).Length > 0)
        {
            return input;
        }

        string named = RecipientType?.ToUpperInvariant() switch { "CAMPAIGN" => "CampaignId", "USER_GROUP" => "UserGroup", _ => "User" };
        if (!InputProperty.TryFind(input, named, out object? recipient))
        {
            return input;
        }

        var meant = new PSObject();
        meant.Properties.Add(new PSNoteProperty(nameof(Recipient), recipient));
        return meant;
    }
}
