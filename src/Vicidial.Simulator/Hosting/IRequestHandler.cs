namespace Vicidial.Simulator.Hosting;

/// <summary>Answers requests. Latency and faults are the host's affair, so an answer is given at once.</summary>
public interface IRequestHandler
{
    /// <summary>Answers one request. Called by many threads at once.</summary>
    /// <param name="request">The decoded request.</param>
    /// <returns>The response.</returns>
    SimulatorResponse Handle(SimulatorRequest request);
}
