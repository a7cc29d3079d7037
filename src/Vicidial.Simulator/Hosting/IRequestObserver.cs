namespace Vicidial.Simulator.Hosting;

/// <summary>Is told of every request that a host has read in full.</summary>
internal interface IRequestObserver
{
    /// <summary>Called after the work, before the first byte of the response leaves.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response, or null where the connection is dropped without one.</param>
    /// <param name="fault">The name of the fault applied, or null.</param>
    void Observe(SimulatorRequest request, SimulatorResponse? response, string? fault);
}
