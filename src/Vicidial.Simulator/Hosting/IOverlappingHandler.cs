namespace Vicidial.Simulator.Hosting;

/// <summary>Responds in two steps, so that two requests can overlap.</summary>
internal interface IOverlappingHandler
{
    /// <summary>Takes a request whose work comes later: what it reads to write it back, it reads now.</summary>
    void Begin(SimulatorRequest request);
}
