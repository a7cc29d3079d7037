using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Stops simulated dialers of this session and deletes their data.</summary>
[Cmdlet(VerbsLifecycle.Stop, "VicidialSimulator")]
[OutputType(typeof(VicidialSimulator))]
public sealed class StopSimulatorCommand : SimulatorCommand
{
    /// <summary>Emits the simulated dialers that were stopped.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (VicidialSimulator simulator in GetSimulators())
        {
            VicidialSession.Current.Release(simulator);
            if (PassThru)
            {
                WriteObject(simulator);
            }
        }
    }
}
