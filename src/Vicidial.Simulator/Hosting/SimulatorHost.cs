using System.Net;
using Vicidial.Http;
using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>Serves a handler over HTTP/1.1 on the loopback interface, as an Apache server would.</summary>
public sealed class SimulatorHost : IDisposable
{
    private readonly HttpServer _server;

    private SimulatorHost(HttpServer server)
    {
        _server = server;
        Uri = new Uri($"http://127.0.0.1:{Port}/");
    }

    /// <summary>The address to connect to.</summary>
    public Uri Uri { get; }

    /// <summary>The port in use.</summary>
    public int Port => _server.EndPoint.Port;

    internal bool IsRunning => _server.IsRunning;

    /// <summary>Starts serving.</summary>
    /// <param name="handler">Produces the responses.</param>
    /// <param name="port">A port, or 0 for any free one.</param>
    /// <param name="faults">What goes wrong, or null for nothing.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public static SimulatorHost Start(IRequestHandler handler, int port = 0, FaultPlan? faults = null) => Start(handler, port, faults, null);

    /// <summary>Stops serving and closes every open connection.</summary>
    public void Dispose() => _server.Dispose();

    internal static SimulatorHost Start(IRequestHandler handler, int port, FaultPlan? faults, IRequestObserver? observer)
    {
        if (handler is null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ArgumentOutOfRangeException(nameof(port), port, "The port must be from 0 to 65535.");
        }

        var serving = new SimulatorHandler(handler, faults ?? new FaultPlan(), observer);
        return new SimulatorHost(HttpServer.Start(serving, new HttpServerOptions { Port = port, ServerName = "Apache", AllowsHost = IsOwnName }));
    }

    /// <summary>
    /// Whether a request names this computer. Otherwise, a web page in a browser could reach the simulator through a name whose address
    /// changes to this computer.
    /// </summary>
    private static bool IsOwnName(string? host)
    {
        // A program may leave the header out; no browser does.
        if (host is null)
        {
            return true;
        }

        int colon = host.LastIndexOf(':');
        bool hasPort =
            colon > host.LastIndexOf(']') && int.TryParse(host.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        string name = hasPort ? host.Substring(0, colon) : host;
        return name == "127.0.0.1" || name == "[::1]" || string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase);
    }
}
