namespace Vicidial.Simulator.World;

/// <summary>A call that came from another dialer, which has its own lead for it.</summary>
/// <param name="leadId">The lead here.</param>
/// <param name="containerId">The settings container with the connection to the other dialer.</param>
public sealed class CrossClusterCall(long leadId, string containerId)
{
    /// <summary>The lead here.</summary>
    public long LeadId { get; } = leadId;

    /// <summary>The settings container with the connection to the other dialer.</summary>
    public string ContainerId { get; } = containerId;
}
