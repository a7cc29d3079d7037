using System;
using System.Management.Automation;
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
    /// <summary>
    /// Asks for sub-status and pause code as well, so that their changes are told, too; it costs the dialer one more look-up an agent.
    /// </summary>
    [Parameter]
    [Field, Alias("show_sub_status")]
    public SwitchParameter IncludeSubStatus { get; set; }

    /// <summary>Tells of each agent who is paused for longer than this; a plain number means seconds.</summary>
    [Parameter]
    [SecondsToTimeSpan]
    [NoFileNames]
    public TimeSpan? PausedLongerThan { get; set; }

    private protected override FloorLimits Limits => MakeLimits(PausedLongerThan);

    /// <inheritdoc/>
    protected override void EndProcessing() => PollOn(events => WriteObject(events, enumerateCollection: true));
}
