using System.Collections;
using DialerApi = Vicidial.Client.Functions.DialerApi;
using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Simulator;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Output;

namespace VicidialPS.Commands.Simulator;

/// <summary>
/// Starts a simulated dialer with an invented call center in this process. It listens on this computer only, and ends with the session
/// or with Stop-VicidialSimulator.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "VicidialSimulator")]
[OutputType(typeof(VicidialSimulator))]
public sealed class StartSimulatorCommand : ModuleCommand, IDisposable
{
    private readonly ManualResetEventSlim _stop = new();

    /// <summary>The port, from 1 to 65535. 0 means any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [NoFileNames]
    public int Port { get; set; }

    /// <summary>
    /// The release of the dialer, by the version of its Non-Agent API. It overrides Generation of the scenario. Releases differ in their
    /// functions, in the parameters and values that they support, in the characters that they store, and in the words of their responses.
    /// </summary>
    [Parameter]
    [ValidateSet("2.4-27", "2.10-69", "2.14-107", "2.14-194", "2.14-202")]
    public string? Release { get; set; }

    /// <summary>
    /// The number of agents on the floor. Fictitious agents are added to those of the scenario until this number is reached. No agents are
    /// removed.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    [NoFileNames]
    public int? AgentCount { get; set; }

    /// <summary>
    /// The call center: a hashtable, or the path of a data file (.psd1). No code in the file is run. The default is the built-in call
    /// center.
    /// </summary>
    [Parameter(Position = 0)]
    public object? Scenario { get; set; }

    /// <summary>
    /// A file of Start-VicidialTrace. A request with the same function and fields as one in the file gets the recorded response. If the
    /// file has several, they are returned in order, and then the last one is repeated. Login and session are not compared, and recorded
    /// requests without a response are ignored. The simulated call center responds to all other requests.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? Trace { get; set; }

    /// <summary>
    /// URLs to which the simulated dialer sends its events: URLs of New-VicidialEventUrl of any kind, or as text for agentEvent and
    /// container.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] EventUrl { get; set; } = [];

    /// <summary>
    /// Runs until you press Ctrl+C. Use it for a simulated dialer in a separate process that other sessions connect to. ./build.ps1 Serve
    /// of the project does that.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Set();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            IDictionary data = ReadScenario();
            if (AgentCount is { } agents)
            {
                data = new Hashtable(data, StringComparer.OrdinalIgnoreCase) { [nameof(AgentCount)] = agents };
            }

            if (Release is not null)
            {
                data = new Hashtable(data, StringComparer.OrdinalIgnoreCase) { ["Generation"] = Release };
            }

            Vicidial.Simulator.Scenarios.Scenario? scenario =
                data.Count == 0 ? null : Vicidial.Simulator.Scenarios.Scenario.FromDictionary((IDictionary)Unwrap(data)!);
            DialerSimulator dialer = DialerSimulator.Start(scenario, Port, ReadTrace());
            if (dialer.User.Length == 0)
            {
                dialer.Dispose();
                throw new ScenarioException("Users has no active account of level 8 or higher to connect with.");
            }

            AddEventUrls(dialer);
            var simulator = new VicidialSimulator(dialer, SecretText.Protect(dialer.Password));
            VicidialSession.Current.Keep(simulator);
            WriteObject(simulator);
            if (Wait)
            {
                _stop.Wait();
                simulator.Dispose();
            }
        }
        catch (ScenarioException problem)
        {
            Throw("InvalidScenario", DialerErrorKind.InvalidArgument, problem);
        }
        catch (IOException problem)
        {
            Throw("PortInUse", DialerErrorKind.Conflict, problem);
        }
    }

    private void AddEventUrls(DialerSimulator dialer)
    {
        try
        {
            Array.ForEach(EventUrl, dialer.Events.Add);
        }
        catch (FormatException problem)
        {
            dialer.Dispose();
            var failure = new DialerException("EventUrlInvalid", DialerErrorKind.InvalidArgument, problem.Message);
            ThrowTerminatingError(DialerErrorRecord.From(failure, nameof(EventUrl)));
        }
    }

    private CapturedResponse[]? ReadTrace()
    {
        if (Trace is null)
        {
            return null;
        }

        string path = GetUnresolvedProviderPathFromPSPath(Trace);
        try
        {
            return RequestTrace
                .Read(path)
                .Select(static request => new CapturedResponse(
                    request.Api == DialerApi.Agent ? Vicidial.Simulator.Hosting.DialerApi.Agent : Vicidial.Simulator.Hosting.DialerApi.NonAgent,
                    request.Function,
                    request.Fields,
                    SimulatorResponse.Text(
                        request.Response,
                        request.Status,
                        request.ContentType.Length == 0 ? SimulatorResponse.ApiContentType : request.ContentType
                    )
                ))
                .ToArray();
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(
                DialerErrorRecord.From(new DialerException("InvalidTrace", DialerErrorKind.InvalidArgument, problem.Message), path)
            );
            return null;
        }
    }

    private IDictionary ReadScenario()
    {
        object? given = Scenario is PSObject wrapped ? wrapped.BaseObject : Scenario;
        switch (given)
        {
            case null:
                return new Hashtable();
            case IDictionary table:
                return table;
            default:
                try
                {
                    // PowerShell's reader of data files runs no code, and its error messages say what is wrong.
                    return InvokeCommand.InvokeScript("param($path) Import-PowerShellDataFile -Path $path -ErrorAction Stop", given.ToString())
                        .Select(result => result.BaseObject).OfType<IDictionary>().First();
                }
                catch (RuntimeException failure) when (failure is not PipelineStoppedException)
                {
                    throw new ScenarioException($"{given} cannot be read: {failure.ErrorRecord.Exception.Message}");
                }
        }
    }

    /// <summary>Removes the PSObject wrappers from values that came from a pipeline.</summary>
    private static object? Unwrap(object? value)
    {
        switch (value is PSObject { BaseObject: var inner } and not { BaseObject: PSCustomObject } ? inner : value)
        {
            case IDictionary table:
                var copy = new Hashtable(StringComparer.OrdinalIgnoreCase);
                foreach (DictionaryEntry entry in table)
                {
                    copy[Unwrap(entry.Key)!] = Unwrap(entry.Value);
                }

                return copy;
            case EventUrl url:
                return url.Url;
            case object?[] several:
                return several.Select(Unwrap).ToArray();
            case var plain:
                return plain;
        }
    }

    private void Throw(string errorId, DialerErrorKind kind, Exception problem)
    {
        // The scenario table contains passwords, so the error record contains only a path or the port.
        object target = (Scenario is PSObject wrapped ? wrapped.BaseObject : Scenario) is string path ? path : Port;
        ThrowTerminatingError(DialerErrorRecord.From(new DialerException(errorId, kind, problem.Message), target));
    }
}
