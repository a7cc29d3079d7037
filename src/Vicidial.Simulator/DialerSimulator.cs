using Vicidial.Simulator.Events;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Log;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator;

/// <summary>A running simulated dialer: an invented call center with both web APIs, on the loopback interface.</summary>
public sealed class DialerSimulator : IDisposable
{
    private readonly RequestLog _log;
    private readonly IRequestHandler _dialer;
    private SimulatorHost _host;

    private DialerSimulator(Scenario scenario, int port, IReadOnlyList<CapturedResponse>? recorded)
    {
        World = scenario.CreateWorld();
        Faults = new FaultPlan(scenario.Seed);
        _log = new RequestLog(World.Clock);
        ScenarioName = scenario.Name;
        (User, Password) = FirstAccount(World);
        Events = new EventPush(World);
        World.Events = Events;
        _dialer = recorded is null ? new SimulatedDialer(World) : new CapturedDialer(recorded, new SimulatedDialer(World));
        _host = SimulatorHost.Start(_dialer, port, Faults, _log);
    }

    /// <summary>The address to connect to.</summary>
    public Uri Uri => _host.Uri;

    /// <summary>The port in use.</summary>
    public int Port => _host.Port;

    /// <summary>The invented account to connect with; empty if the scenario has no account that may use the APIs.</summary>
    public string User { get; }

    /// <summary>The invented account's password, which is not secret.</summary>
    public string Password { get; }

    /// <summary>The scenario's name.</summary>
    public string ScenarioName { get; }

    /// <summary>Whether the simulator still serves.</summary>
    public bool IsRunning => _host.IsRunning;

    /// <summary>The faults that the simulator produces.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The dialer's clock.</summary>
    public SimulatorClock Clock => World.Clock;

    /// <summary>The call center.</summary>
    public CallCenter World { get; }

    /// <summary>Sends the dialer's own events.</summary>
    public EventPush Events { get; }

    /// <summary>Starts a simulator.</summary>
    /// <param name="scenario">The call center, or null for <see cref="Scenario.Default"/>.</param>
    /// <param name="port">A port, or 0 for any free one.</param>
    /// <param name="recorded">Responses of another dialer, which take precedence over the simulator's own; or null.</param>
    /// <returns>The running simulator.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public static DialerSimulator Start(Scenario? scenario = null, int port = 0, IReadOnlyList<CapturedResponse>? recorded = null) =>
        new(scenario ?? Scenario.Default, port, recorded);

    /// <summary>The latest requests, oldest first. 10,000 are kept.</summary>
    /// <returns>The requests, without any secret.</returns>
    public IReadOnlyList<LoggedRequest> GetRequests() => _log.Snapshot();

    /// <summary>The current content of the dialer's own log of its APIs.</summary>
    /// <returns>The rows, oldest first.</returns>
    public ApiLogEntry[] GetApiLog()
    {
        ApiLogEntry[] rows = [];
        World.Update(world => rows = [.. world.ApiLog]);
        return rows;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops responding like a server that is restarted, and starts again on the same port with all stored data.</summary>
    /// <param name="down">How long the dialer does not respond.</param>
    /// <exception cref="IOException">Another program took the port in the meantime.</exception>
    public void Restart(TimeSpan down)
    {
        int port = Port;
        _host.Dispose();
        Thread.Sleep(down);
        _host = SimulatorHost.Start(_dialer, port, Faults, _log);
    }

    /// <summary>Stops serving and closes every open connection.</summary>
    public void Dispose()
    {
        Events.Dispose();
        _host.Dispose();
    }

    private static (string User, string Password) FirstAccount(CallCenter world)
    {
        foreach (DialerUser user in world.Users.Values)
        {
            if (user.IsActive && user.Level >= 8 && user.ApiAccess)
            {
                return (user.Name, user.Password);
            }
        }

        return (string.Empty, string.Empty);
    }
}
