namespace Vicidial.Simulator.World;

/// <summary>A call that waits for an agent.</summary>
/// <param name="callerId">The call's identifier.</param>
/// <param name="groupId">The in-group that received the call, or the campaign that dialed it.</param>
/// <param name="leadId">The lead.</param>
public sealed class WaitingCall(string callerId, string groupId, long leadId)
{
    /// <summary>The call's identifier.</summary>
    public string CallerId { get; } = callerId ?? throw new ArgumentNullException(nameof(callerId));

    /// <summary>The in-group that received the call, or the campaign that dialed it.</summary>
    public string GroupId { get; } = groupId ?? throw new ArgumentNullException(nameof(groupId));

    /// <summary>The lead.</summary>
    public long LeadId { get; } = leadId;
}
