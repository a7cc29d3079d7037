using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Dials a number or a lead for a paused agent (API function <c>external_dial</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Start,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_dial")]
[FixedField("search", "NO", UnlessGiven = [nameof(SearchLead)])]
[FixedField("preview", "NO", UnlessGiven = [nameof(Preview)])]
[FixedField("focus", "NO", UnlessGiven = [nameof(Focus)])]
[FixedField("phone_code", "1", UnlessGiven = [nameof(PhoneCode)])]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StartAgentCallCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private const int Column = 100;

    // A time in seconds, and separators between the parts.
    private const int Overhead = 10 + 14;

    /// <summary>The number, without the code of the country; MANUALNEXT for the next lead of the campaign.</summary>
    [Parameter(Position = 1)]
    [Field("value")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>A lead to dial in place of a number.</summary>
    [Parameter]
    [Field, Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>The country calling code, in digits. The default is 1.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    [NoFileNames]
    public string? PhoneCode { get; set; }

    /// <summary>Looks for a lead with the number, and creates a new lead only if there is none.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("search")]
    public SwitchParameter SearchLead { get; set; }

    /// <summary>Shows the lead and lets the agent dial.</summary>
    [Parameter]
    [Field("preview", IsFlag = true)]
    public SwitchParameter Preview { get; set; }

    /// <summary>Brings the agent's window to the front.</summary>
    [Parameter]
    [Field("focus", IsFlag = true)]
    public SwitchParameter Focus { get; set; }

    /// <summary>The key of a new lead in your own system.</summary>
    [Parameter]
    [Field, Alias("vendor_id")]
    [NoFileNames]
    public string? VendorId { get; set; }

    /// <summary>The prefix that is dialed before the number.</summary>
    [Parameter]
    [Field, Alias("dial_prefix")]
    [NoFileNames]
    public string? DialPrefix { get; set; }

    /// <summary>
    /// The group alias whose number is shown. The dialer keeps letters and digits only, so an alias with an underscore cannot be used.
    /// </summary>
    [Parameter]
    [Field, Alias("group_alias")]
    [NoFileNames]
    public string? GroupAlias { get; set; }

    /// <summary>Treats the number as the number of an activity in Vtiger.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("vtiger_callback")]
    public SwitchParameter VtigerCallback { get; set; }

    /// <summary>The number of the lead to dial: MAIN, ALT, ADDR3, or SEARCH for the number in -PhoneNumber.</summary>
    [Parameter]
    [Field, Alias("alt_dial")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? AltDial { get; set; }

    /// <summary>Places the call as a call of this in-group.</summary>
    [Parameter]
    [Field, Alias("dial_ingroup")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? DialInGroup { get; set; }

    /// <summary>The number that is shown. The system settings must allow it.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    private protected override string Action => "Dial for the agent";

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        string.IsNullOrEmpty(PhoneNumber) && LeadId is null
            ? throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-PhoneNumber or -LeadId is required."
            )
            : base.MakeRequests(connection).Select(static request => ScreenColumn.Check(request, Column, Overhead)).ToArray();

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.IsDialing, cancellationToken);
}
