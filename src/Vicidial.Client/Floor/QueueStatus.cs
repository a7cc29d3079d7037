namespace Vicidial.Client.Floor;

/// <summary>Calls that wait for an agent, and calls dropped today.</summary>
public sealed class QueueStatus
{
    /// <summary>How many calls wait for an agent; null if unknown.</summary>
    public int? CallsWaiting { get; private init; }

    /// <summary>
    /// Since when at least one call has been waiting at each request; null if none is waiting. The dialer does not report how long each call has
    /// waited, so this is the longest possible wait, unless <see cref="IsAtLeast"/> is set.
    /// </summary>
    public DateTimeOffset? WaitingSince { get; private init; }

    /// <summary>Whether calls may have been waiting before <see cref="WaitingSince"/>, because it is the first request that succeeded.</summary>
    public bool IsAtLeast { get; private init; }

    /// <summary>How many calls have ended with the status DROP today; null if unknown.</summary>
    public int? DropsToday { get; private init; }

    internal QueueStatus WithWaiting(int? calls, DateTimeOffset now)
    {
        bool isWaiting = calls > 0;
        return new QueueStatus
        {
            CallsWaiting = calls,
            WaitingSince = isWaiting ? WaitingSince ?? now : null,
            IsAtLeast = isWaiting && (WaitingSince is null ? CallsWaiting is null : IsAtLeast),
            DropsToday = DropsToday,
        };
    }

    internal QueueStatus WithDrops(int? drops) =>
        new()
        {
            CallsWaiting = CallsWaiting,
            WaitingSince = WaitingSince,
            IsAtLeast = IsAtLeast,
            DropsToday = drops,
        };
}
