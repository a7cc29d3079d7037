using Vicidial.Client.Floor;

namespace VicidialPS.Wallboard;

/// <summary>The data of one dialer for a frame.</summary>
internal sealed class BoardDialer
{
    public string Name { get; init; } = string.Empty;

    public IReadOnlyCollection<TrackedAgent> Agents { get; init; } = [];

    /// <summary>The users of logged-in agents whose rows cannot be read.</summary>
    public IReadOnlyCollection<string> UnreadableUsers { get; init; } = [];

    /// <summary>Whether the dialer has returned a roster.</summary>
    public bool HasRoster { get; init; } = true;

    /// <summary>Until when the state of its agents is known: now, or the time of the last roster if the dialer has been silent since.</summary>
    public DateTimeOffset KnownUntil { get; init; }

    /// <summary>Messages about the data of this dialer.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The number of waiting calls; null if unknown.</summary>
    public int? CallsWaiting { get; init; }

    /// <summary>Since when calls have been waiting without interruption, or null.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Whether calls were waiting even before that.</summary>
    public bool IsWaitAtLeast { get; init; }

    /// <summary>The number of calls dropped today; null if unknown.</summary>
    public int? DropsToday { get; init; }
}
