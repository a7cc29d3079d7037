using Vicidial.Client.Floor;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Floor;

/// <summary>Emits one event for each change of an agent, until it is stopped (API function <c>logged_in_agents</c>, polled).</summary>
[Cmdlet(VerbsCommon.Watch, "VicidialAgent")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(FloorEvent))]
public sealed class WatchAgentCommand : FloorCommand
{
    /// <summary>Also gets PauseCode and SubStatus, and reports their changes. This costs the dialer one more lookup for each agent.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("show_sub_status")]
    public SwitchParameter IncludeSubStatus { get; set; }

    /// <summary>
    /// Reports each agent who is paused for longer than this, once per pause. A plain number means seconds. The pause lasts until the agent
    /// leaves PAUSED: another pause code or sub-status does not start a new pause.
    /// </summary>
    [Parameter]
    [SecondsToTimeSpan]
    [NoFileNames]
    public TimeSpan? PausedLongerThan { get; set; }

    private protected override FloorLimits Limits => MakeLimits(PausedLongerThan);

    /// <inheritdoc/>
    protected override void EndProcessing() => PollOn(events => WriteObject(events, enumerateCollection: true));
}
