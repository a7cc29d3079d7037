using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Simulator.Faults;
using VicidialPS.Completion;
using VicidialPS.Errors;
using VicidialPS.Input;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>Makes simulated dialers fail like networks and servers do, to test how a script handles it.</summary>
[Cmdlet(VerbsCommon.Set, "VicidialSimulatorFault", DefaultParameterSetName = AddSet)]
[OutputType(typeof(VicidialSimulator))]
public sealed class SetSimulatorFaultCommand : SimulatorCommand
{
    private const string AddSet = "Fault";
    private const string ClearSet = "Clear";

    /// <summary>The kind of fault. See the table in the description.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AddSet)]
    public FaultKind Kind { get; set; }

    /// <summary>
    /// The API function that the fault affects, by its exact name. The default is every request, including login checks and queries of the
    /// version.
    /// </summary>
    [Parameter(ParameterSetName = AddSet)]
    [ArgumentCompleter(typeof(ApiFunctionCompleter))]
    public string? Function { get; set; }

    /// <summary>The number of requests that the fault affects. Without it for all until -Clear.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [ValidateRange(1, int.MaxValue)]
    [NoFileNames]
    public int? Count { get; set; }

    /// <summary>How likely the fault is, from 0 to 1. The same Seed in the scenario gives the same run.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [ValidateRange(0.0, 1.0)]
    [NoFileNames]
    public double Probability { get; set; } = 1;

    /// <summary>For Latency, Stall and StallBody: how long, in milliseconds.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [ValidateRange(0, int.MaxValue)]
    [NoFileNames]
    public int DelayMilliseconds { get; set; }

    /// <summary>For CutReply: after how many bytes of the body.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [ValidateRange(0, int.MaxValue)]
    [NoFileNames]
    public int CutAfterBytes { get; set; }

    /// <summary>For the kinds that have a status: the HTTP status, from 300 to 599. Without it 500, or 301 for a redirect.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [ValidateRange(300, 599)]
    [NoFileNames]
    public int StatusCode { get; set; }

    /// <summary>For errors of the server: what it says in Retry-After, such as 1 for a second.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [NoFileNames]
    public string? RetryAfter { get; set; }

    /// <summary>For Redirect: the target. It is required there.</summary>
    [Parameter(ParameterSetName = AddSet)]
    [NoFileNames]
    public string? Location { get; set; }

    /// <summary>Removes all faults, so the simulated dialer works normally again.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClearSet)]
    public SwitchParameter Clear { get; set; }

    /// <summary>Returns the simulated dialers. By default, there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Function is not null && FunctionNames.WarnOfFunction(Function) is { } warning)
        {
            WriteWarning(warning);
        }

        foreach (VicidialSimulator simulator in GetSimulators())
        {
            if (Clear)
            {
                simulator.Dialer.Faults.Clear();
            }
            else
            {
                Add(simulator, MakeFault());
            }

            if (PassThru)
            {
                WriteObject(simulator);
            }
        }
    }

    private Fault MakeFault() => new()
    {
        Kind = Kind,
        Function = Function,
        Count = Count,
        Probability = Probability,
        Delay = TimeSpan.FromMilliseconds(DelayMilliseconds),
        CutAfterBytes = CutAfterBytes,
        Status = StatusCode,
        RetryAfter = RetryAfter,
        Location = Location,
    };

    private void Add(VicidialSimulator simulator, Fault fault)
    {
        try
        {
            simulator.Dialer.Faults.Add(fault);
        }
        catch (ArgumentException problem)
        {
            ThrowTerminatingError(
                DialerErrorRecord.From(new DialerException("InvalidFault", DialerErrorKind.InvalidArgument, problem.Message), Kind)
            );
        }
    }
}
