using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>A cmdlet for simulated dialers: the given ones, or all of this session.</summary>
public abstract class SimulatorCommand : ModuleCommand
{
    /// <summary>The simulated dialers, as returned by Start-VicidialSimulator. The default is all simulated dialers of this session.</summary>
    [Parameter(ValueFromPipeline = true)]
    public VicidialSimulator[]? Simulator { get; set; }

    /// <summary>The simulated dialers to work on. Writes an error if there are none.</summary>
    private protected IReadOnlyList<VicidialSimulator> GetSimulators()
    {
        // A null variable must not select all simulated dialers.
        bool isNull = Simulator is null or { Length: 0 } && MyInvocation.BoundParameters.ContainsKey(nameof(Simulator));
        if ((isNull ? NoInput(DescribeInput()) : FindInputProblem()) is { } nothing)
        {
            WriteError(DialerErrorRecord.From(nothing, null));
            return [];
        }

        IReadOnlyList<VicidialSimulator> found = Simulator ?? VicidialSession.Current.GetKept<VicidialSimulator>();
        if (found.Count == 0)
        {
            WriteError(
                DialerErrorRecord.From(new DialerException("NoSimulator", DialerErrorKind.NotFound, "This session has no simulated dialer."), null)
            );
        }

        return found;
    }
}
