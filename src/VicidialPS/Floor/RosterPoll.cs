using System;
using System.Collections.Generic;
using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;

namespace VicidialPS.Floor;

/// <summary>What came of asking one dialer for its roster once.</summary>
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

    /// <summary>Rows that cannot be read; the others are whole.</summary>
    public IReadOnlyList<DialerException> Unreadable { get; }

    /// <summary>Why there is no roster, or null. Part of a roster is none: who is not in it might be there.</summary>
    public DialerException? Failure { get; }

    public DateTimeOffset Requested { get; }

    public DateTimeOffset Time { get; }
}
