using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Gets the simulated dialers of this session.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialSimulator")]
[OutputType(typeof(VicidialSimulator))]
public sealed class GetSimulatorCommand : ModuleCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(VicidialSession.Current.GetKept<VicidialSimulator>(), enumerateCollection: true);
}
