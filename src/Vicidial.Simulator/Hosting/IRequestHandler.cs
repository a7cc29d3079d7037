namespace Vicidial.Simulator.Hosting;

/// <summary>Responds to requests. The host handles latency and faults, so a response is returned immediately.</summary>
public interface IRequestHandler
{
    /// <summary>Responds to one request. Called by many threads at the same time.</summary>
    /// <param name="request">The decoded request.</param>
    /// <returns>The response.</returns>
    SimulatorResponse Handle(SimulatorRequest request);
}
