using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;

namespace VicidialPS.Floor;

/// <summary>The result of requesting the roster of one dialer once.</summary>
internal sealed class RosterPoll
{
    public RosterPoll(
        IReadOnlyList<LoggedInAgent> agents,
        IReadOnlyList<DialerException> unreadable,
        DialerException? failure,
        DateTimeOffset requested,
        DateTimeOffset time
    )
    {
        Requested = requested;
        Agents = agents;
        Unreadable = unreadable;
        Failure = failure;
        Time = time;
    }

    public IReadOnlyList<LoggedInAgent> Agents { get; }

    /// <summary>Errors about rows that cannot be read. The other rows are complete.</summary>
    public IReadOnlyList<DialerException> Unreadable { get; }

    /// <summary>Why there is no roster, or null. A partial roster counts as none, because a missing agent could be in the rest.</summary>
    public DialerException? Failure { get; }

    public DateTimeOffset Requested { get; }

    public DateTimeOffset Time { get; }
}
