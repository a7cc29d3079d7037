namespace Vicidial.Simulator.Faults;

/// <summary>What the plan does with one request.</summary>
internal readonly struct FaultDecision(Fault? fault, TimeSpan latency)
{
    public Fault? Fault { get; } = fault;

    public TimeSpan Latency { get; } = latency;

    public string? Name => Fault is not null ? Fault.Kind.ToString() : Latency > TimeSpan.Zero ? nameof(FaultKind.Latency) : null;
}
