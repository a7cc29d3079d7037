namespace Vicidial.Simulator.Hosting;

/// <summary>Is notified of every request that a host has read completely.</summary>
internal interface IRequestObserver
{
    /// <summary>Called after the work, before the first byte of the response leaves.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response, or null if the connection is closed without one.</param>
    /// <param name="fault">The name of the fault applied, or null.</param>
    void Observe(SimulatorRequest request, SimulatorResponse? response, string? fault);
}
