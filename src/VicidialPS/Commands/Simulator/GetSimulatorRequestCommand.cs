using Vicidial.Simulator.Log;
using VicidialPS.Completion;
using VicidialPS.Input;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Gets the requests that simulated dialers received, oldest first and without passwords, to test what a script sends.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialSimulatorRequest")]
[OutputType(typeof(LoggedRequest))]
public sealed class GetSimulatorRequestCommand : SimulatorCommand
{
    /// <summary>Returns only requests of these API functions. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ApiFunctionCompleter))]
    public string[]? Function { get; set; }

    /// <summary>Forgets the requests after they are emitted: all of them, also those that -Function leaves out.</summary>
    [Parameter]
    public SwitchParameter Clear { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var filter = new NameFilter(Function);
        foreach (VicidialSimulator simulator in GetSimulators())
        {
            LoggedRequest[] requests = simulator
                .Dialer.GetRequests()
                .Where(request => filter.Takes(request.Function))
                .ToArray();
            if (Clear)
            {
                simulator.Dialer.ClearRequests();
            }

            WriteObject(requests, enumerateCollection: true);
        }
    }
}
