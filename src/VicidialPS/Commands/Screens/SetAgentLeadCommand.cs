using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Commands.Leads;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Changes the lead on an agent's screen (API function <c>update_fields</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "update_fields")]
[ChangeDescription("Change the lead on the agent's screen", "agent {User}")]
[OutputType(typeof(ScreenLeadChange))]
public sealed partial class SetAgentLeadCommand : SetCommand<ScreenLeadChange>, ILeadFields
{
    private const int Column = 255;

    /// <summary>The agent, by user account. It can be piped as text, or as a property User or agent_user.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? User { get; set; }

    /// <summary>The number of the lead. The call itself is not changed.</summary>
    [Parameter]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>Also reloads the custom form panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("formreload")]
    public SwitchParameter ReloadForm { get; set; }

    /// <summary>Also reloads the script panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("scriptreload")]
    public SwitchParameter ReloadScript { get; set; }

    /// <summary>Also reloads the second script panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("script2reload")]
    public SwitchParameter ReloadSecondScript { get; set; }

    /// <summary>Also reloads the email panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("emailreload")]
    public SwitchParameter ReloadEmail { get; set; }

    /// <summary>Also reloads the chat panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("chatreload")]
    public SwitchParameter ReloadChat { get; set; }

    private protected override string PlainParameter => nameof(User);

    private protected override void Finish(ApiRequest request)
    {
        base.Finish(request);

        // The dialer tells the screen in one column which fields changed. The screen then saves its own values of all other fields.
        ScreenColumn.CheckNames(request, Column);
    }
}
