using System;
using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Simulator.Events;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Errors;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Moves the clock of simulated dialers on, so that a test need not wait for a lock-out to end or a callback to be due.</summary>
[Cmdlet(VerbsCommon.Step, "VicidialSimulator")]
[OutputType(typeof(VicidialSimulator))]
public sealed class StepSimulatorCommand : SimulatorCommand
{
    /// <summary>How far the clock moves; a plain number means seconds.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [SecondsToTimeSpan]
    [NoFileNames]
    public TimeSpan Time { get; set; }

    /// <summary>What goes wrong with the events that the step causes.</summary>
    [Parameter]
    public EventFault EventFault { get; set; }

    /// <summary>Emits the simulated dialers.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Time < TimeSpan.Zero)
        {
            ThrowTerminatingError(
                DialerErrorRecord.From(new DialerException("InvalidTime", DialerErrorKind.InvalidArgument, "A clock moves forward only."), Time)
            );
        }

        foreach (VicidialSimulator simulator in GetSimulators())
        {
            simulator.Dialer.Clock.Advance(Time);
            simulator.Dialer.Events.Step(EventFault);
            if (PassThru)
            {
                WriteObject(simulator);
            }
        }
    }
}
