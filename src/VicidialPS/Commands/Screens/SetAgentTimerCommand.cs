using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Sets an action that runs on an agent's screen some time into the call (API function <c>set_timer_action</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentTimer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "set_timer_action")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SetAgentTimerCommand : AgentScreenCommand, IScreenAgent
{
    /// <summary>NONE, WEBFORM, WEBFORM2, D1_DIAL to D5_DIAL (the numbers of the campaign for transfers), or MESSAGE_ONLY.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateSet("NONE", "WEBFORM", "WEBFORM2", "D1_DIAL", "D2_DIAL", "D3_DIAL", "D4_DIAL", "D5_DIAL", "MESSAGE_ONLY")]
    public string? TimerAction { get; set; }

    /// <summary>The message that is shown: letters, digits, blanks, dots, dashes and underscores.</summary>
    [Parameter]
    [Field, Alias("notes")]
    [NoFileNames]
    public string? Message { get; set; }

    /// <summary>The number of seconds after the start of the call.</summary>
    [Parameter]
    [Field, Alias("rank")]
    [NumberFromText]
    [NoFileNames]
    public int? Seconds { get; set; }

    private protected override string Action => "Set the timer of the agent's call";
}
