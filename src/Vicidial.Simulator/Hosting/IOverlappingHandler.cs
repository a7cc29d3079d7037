namespace Vicidial.Simulator.Hosting;

/// <summary>Responds in two steps, so that two requests can overlap.</summary>
internal interface IOverlappingHandler
{
    /// <summary>Accepts a request whose work is done later. It now reads the values that it will write back.</summary>
    void Begin(SimulatorRequest request);
}
