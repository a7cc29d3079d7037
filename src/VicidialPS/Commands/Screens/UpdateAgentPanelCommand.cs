using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Reloads panels of an agent's screen (API function <c>refresh_panel</c>).</summary>
[Cmdlet(VerbsData.Update, "VicidialAgentPanel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "refresh_panel")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class UpdateAgentPanelCommand : AgentScreenCommand, IScreenAgent
{
    /// <summary>Reloads the custom form panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("formreload")]
    public SwitchParameter Form { get; set; }

    /// <summary>Reloads the script panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("scriptreload")]
    public SwitchParameter Script { get; set; }

    /// <summary>Reloads the second script panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("script2reload")]
    public SwitchParameter SecondScript { get; set; }

    /// <summary>Reloads the email panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("emailreload")]
    public SwitchParameter Email { get; set; }

    /// <summary>Reloads the chat panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("chatreload")]
    public SwitchParameter Chat { get; set; }

    /// <summary>Reloads the callback panel of the agent screen.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("callbacksreload")]
    public SwitchParameter Callback { get; set; }

    private protected override string Action => "Reload the agent's panels";
}
