namespace Vicidial.Simulator.Hosting;

/// <summary>A request as it came over one connection.</summary>
internal readonly struct HttpRequest(SimulatorRequest content, bool keepAlive)
{
    public SimulatorRequest Content { get; } = content;

    /// <summary>False where the client wants the connection closed after the response.</summary>
    public bool KeepAlive { get; } = keepAlive;
}
