using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Simulator.Events;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Errors;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Advances the clock of simulated dialers, so that a test does not wait until a lockout ends or a callback is due.</summary>
[Cmdlet(VerbsCommon.Step, "VicidialSimulator")]
[OutputType(typeof(VicidialSimulator))]
public sealed class StepSimulatorCommand : SimulatorCommand
{
    /// <summary>
    /// How far the clock moves: a time span, or text such as 00:15 (minutes) or 1.02:00:00 (a day and two hours). A plain number means
    /// seconds.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [SecondsToTimeSpan]
    [NoFileNames]
    public TimeSpan Time { get; set; }

    /// <summary>The fault of the events that the step causes: None, Duplicate, Late, Lost, or OutOfOrder.</summary>
    [Parameter]
    public EventFault EventFault { get; set; }

    /// <summary>Returns the simulated dialers. By default, there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Time < TimeSpan.Zero)
        {
            ThrowTerminatingError(
                DialerErrorRecord.From(new DialerException("InvalidTime", DialerErrorKind.InvalidArgument, $"-Time {Time} is negative."), Time)
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
