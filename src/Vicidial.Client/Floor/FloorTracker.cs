using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;

namespace Vicidial.Client.Floor;

/// <summary>
/// Finds changes by comparing each roster with the previous one. It holds only one roster, however long it runs. A roster does not contain when a
/// status began, so a time whose beginning was not observed is "at least". Agent screens that report their events supply the time, and show a change
/// before the next roster does. Only the roster decides who is logged in.
/// </summary>
public sealed class FloorTracker
{
    private const int MostScreens = 20_000;

    // A screen can report a change this much earlier than the dialer's roster shows it.
    private static readonly TimeSpan RosterLag = TimeSpan.FromSeconds(2);
    private readonly string _connectionName;
    private readonly FloorLimits _limits;
    private readonly TimeSpan _shortGap;
    private readonly Dictionary<string, TrackedAgent> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ScreenHistory> _screens = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _isShort = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _unreadable = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _lastSeen;
    private long _polls;
    private bool _missed;
    private bool _gapIsShort;

    /// <summary>Follows one dialer.</summary>
    /// <param name="connectionName">Its name.</param>
    /// <param name="limits">The limits to report, or null.</param>
    /// <param name="shortGap">The longest time without a roster after which an agent in the same state counts as unchanged.</param>
    public FloorTracker(string connectionName, FloorLimits? limits = null, TimeSpan shortGap = default)
    {
        _connectionName = connectionName;
        _limits = limits ?? new FloorLimits();
        _shortGap = shortGap;
        foreach (string campaign in _limits.Campaigns)
        {
            _isShort[campaign] = false;
        }
    }

    /// <summary>The agents who are logged in.</summary>
    public IReadOnlyCollection<TrackedAgent> Agents => _agents.Values;

    /// <summary>The users of agents who are logged in and whose rows cannot be read, so that their state is unknown.</summary>
    public IReadOnlyCollection<string> UnreadableUsers => _unreadable.Keys;

    /// <summary>The number of screens whose reports the tracker remembers.</summary>
    internal int KnownScreens => _screens.Count;

    /// <summary>Whether an agent was in the last roster.</summary>
    public bool Has(string user) => _agents.ContainsKey(user);

    /// <summary>Records that a roster could not be read, so changes until the next one are not observed.</summary>
    public void Miss() => _missed = _polls > 0;

    /// <summary>Compares the next roster with the one before.</summary>
    /// <param name="roster">The rows that can be read.</param>
    /// <param name="now">When the roster was received.</param>
    /// <param name="unreadable">The rows that cannot be read. Their agents are logged in; nothing else is known about them.</param>
    /// <param name="requested">When the roster was requested; null for just now.</param>
    /// <returns>The changes.</returns>
    public IReadOnlyList<FloorEvent> Take(
        IReadOnlyList<LoggedInAgent> roster,
        DateTimeOffset now,
        IEnumerable<UnreadableRow>? unreadable = null,
        DateTimeOffset? requested = null
    )
    {
        var events = new List<FloorEvent>();
        bool isFirst = _polls++ == 0;
        _gapIsShort = now - _lastSeen <= _shortGap;
        Dictionary<string, bool> before = new(_unreadable, StringComparer.OrdinalIgnoreCase);
        NoteUnreadable(
            (unreadable ?? [])
                .Select(static row => row.FirstValue)
                .Except(roster.Select(static agent => agent.User), StringComparer.OrdinalIgnoreCase),
            isFirst
        );
        foreach (LoggedInAgent agent in roster)
        {
            if (_agents.TryGetValue(agent.User, out TrackedAgent? known) && IsSameLogin(known.Agent, agent))
            {
                // A roster from before the screen reported its state does not show that state.
                bool isBehind = known.ReportedAt + RosterLag > (requested ?? now) && !IsSameScreen(known.Agent, agent);
                if (!isBehind)
                {
                    Compare(known, agent, now, events);
                }
            }
            else
            {
                if (known is not null)
                {
                    events.Add(Leave(known, now));
                }

                bool wasUnreadable = before.TryGetValue(agent.User, out bool isNewLogin);
                _agents[agent.User] = known = new TrackedAgent(agent, now, isAtLeast: isFirst || _missed || wasUnreadable);
                FindBegin(known);
                if (!isFirst && (!wasUnreadable || isNewLogin))
                {
                    events.Add(Make(FloorEventKind.LoggedIn, agent, now));
                }
            }

            known.SeenIn = _polls;
            known.IsUnreadable = false;
            TellOfLongPause(known, now, events);
        }

        foreach (TrackedAgent hidden in _agents.Values.Where(agent => _unreadable.ContainsKey(agent.Agent.User)))
        {
            hidden.SeenIn = _polls;
            hidden.IsUnreadable = true;
        }

        foreach (TrackedAgent gone in _agents.Values.Where(agent => agent.SeenIn != _polls).ToArray())
        {
            events.Add(Leave(gone, now));
            _agents.Remove(gone.Agent.User);
        }

        CountCampaigns(now, events);
        _missed = false;
        _lastSeen = now;
        return events;
    }

    /// <summary>Processes a report of an agent screen.</summary>
    /// <returns>The changes.</returns>
    public IReadOnlyList<FloorEvent> Take(ScreenReport report)
    {
        if (report is null)
        {
            throw new ArgumentNullException(nameof(report));
        }

        ScreenMoment? moment = HistoryOf(report.User).Add(report);
        if (!_agents.TryGetValue(report.User, out TrackedAgent? known) || known.IsUnreadable)
        {
            return [];
        }

        var events = new List<FloorEvent>();

        // The last roster contains everything that happened before it.
        if (moment is { IsCertain: true } && moment.At >= _lastSeen && moment.At >= known.Since)
        {
            Show(known, moment, events);
            CountCampaigns(moment.At, events);
        }

        FindBegin(known);
        return events;
    }

    private static bool IsReady(LoggedInAgent agent) => agent.Status is "READY" or "CLOSER";

    private static bool IsSameLogin(LoggedInAgent one, LoggedInAgent other) => one.CampaignId == other.CampaignId && one.SessionId == other.SessionId;

    private static bool IsSameState(LoggedInAgent one, LoggedInAgent other) => IsSameScreen(one, other) && PauseOf(one) == PauseOf(other);

    private static bool IsSameScreen(LoggedInAgent one, LoggedInAgent other) =>
        one.Status == other.Status && (one.SubStatus ?? string.Empty) == (other.SubStatus ?? string.Empty);

    private static void Begin(TrackedAgent agent, DateTimeOffset at, DateTimeOffset notBefore)
    {
        agent.Since = at;
        agent.NotBefore = notBefore;
        agent.IsAtLeast = false;
        agent.ReportedAt = null;
    }

    private static void BeginPause(TrackedAgent agent, DateTimeOffset at, DateTimeOffset notBefore)
    {
        agent.PausedSince = at;
        agent.PauseNotBefore = notBefore;
        agent.IsPauseAtLeast = agent.IsToldOf = false;
    }

    private ScreenHistory HistoryOf(string user)
    {
        if (!_screens.TryGetValue(user, out ScreenHistory? history))
        {
            if (_screens.Count >= MostScreens)
            {
                _screens.Keys.Where(other => !_agents.ContainsKey(other)).ToList().ForEach(other => _screens.Remove(other));
            }

            _screens[user] = history = new ScreenHistory();
        }

        return history;
    }

    /// <summary>Sets the true start times of an agent, if the agent screen reported them.</summary>
    private void FindBegin(TrackedAgent known)
    {
        LoggedInAgent agent = known.Agent;
        if (BeginOf(agent) is { } begin && begin > known.NotBefore && (known.IsAtLeast || begin < known.Since))
        {
            known.Since = begin;
            known.IsAtLeast = false;
        }

        if (
            known.IsPaused
            && BeginOf(agent.User, agent.Status, null) is { } pause
            && pause > known.PauseNotBefore
            && (known.IsPauseAtLeast || pause < known.PausedSince)
        )
        {
            known.PausedSince = pause;
            known.IsPauseAtLeast = false;
        }
    }

    private DateTimeOffset? BeginOf(LoggedInAgent agent) => BeginOf(agent.User, agent.Status, agent.SubStatus, agent.CallerId);

    private DateTimeOffset? BeginOf(string user, string status, string? subStatus, string callId = "") =>
        _screens.TryGetValue(user, out ScreenHistory? history) ? history.FindBegin(status, subStatus, callId) : null;

    /// <summary>Shows a state that an agent screen reported before a roster has it.</summary>
    private void Show(TrackedAgent known, ScreenMoment moment, List<FloorEvent> events)
    {
        LoggedInAgent before = known.Agent;
        bool isSamePause = TrackedAgent.IsPause(before) && before.Status == moment.Status;
        LoggedInAgent agent = before.In(
            moment.Status,
            before.SubStatus is null ? null : moment.SubStatus,
            before.PauseCode is null || isSamePause ? before.PauseCode : string.Empty,
            moment.CallId.Length > 0 ? moment.CallId : before.CallerId
        );
        if (!isSamePause)
        {
            BeginPause(known, moment.At, moment.At);
        }

        if (!IsSameState(before, agent))
        {
            FloorEvent change = Make(FloorEventKind.StatusChanged, agent, moment.At);
            AddPast(change, known, moment.At, moment.At);
            events.Add(change);
            Begin(known, moment.At, moment.At);
        }
        else if (IsOtherCall(before, agent))
        {
            Begin(known, moment.At, moment.At);
        }

        known.Agent = agent;
        known.ReportedAt = moment.At;
        known.CallsReported += moment.Status == "INCALL" && moment.StartsState ? 1 : 0;
    }

    private static bool IsOtherCall(LoggedInAgent before, LoggedInAgent agent) => agent.Status == "INCALL" && agent.CallerId != before.CallerId;

    // The last pause code remains in the roster when the agent continues to work, so it is valid only during a pause.
    private static string PauseOf(LoggedInAgent agent) => TrackedAgent.IsPause(agent) ? agent.PauseCode ?? string.Empty : string.Empty;

    // The value of an entry says whether the agent logged in while the row could not be read. That login has not been reported.
    private void NoteUnreadable(IEnumerable<string> users, bool isFirst)
    {
        Dictionary<string, bool> before = new(_unreadable, StringComparer.OrdinalIgnoreCase);
        _unreadable.Clear();
        foreach (string user in users)
        {
            _unreadable[user] = before.TryGetValue(user, out bool isNewLogin) ? isNewLogin : !isFirst && !_agents.ContainsKey(user);
        }
    }

    private void Compare(TrackedAgent known, LoggedInAgent agent, DateTimeOffset now, List<FloorEvent> events)
    {
        // What happens during a gap between rosters is unknown. After a short gap, the number of calls decides: with no new call, the agent is as
        // before. Fewer calls than before mean a new login or a new day, whose beginning was not observed either. A row that cannot be read is a gap
        // for its agent. A screen whose last report is of this state, and that reported each call, leaves no gap.
        bool isReported = BeginOf(agent) == known.Since && agent.CallsToday - known.Agent.CallsToday <= known.CallsReported;
        bool missed = (_missed || known.IsUnreadable) && !isReported;
        bool isUnseen =
            agent.CallsToday < known.Agent.CallsToday
            || (missed && !(_gapIsShort && !known.IsUnreadable && agent.CallsToday == known.Agent.CallsToday));
        bool isAtLeast = missed || isUnseen;
        bool isChange = !IsSameState(known.Agent, agent);

        // The previous state was in the last roster, and a screen reports its end slightly before a roster shows it.
        DateTimeOffset notBefore = isChange && !missed && _lastSeen - RosterLag > known.Since ? _lastSeen - RosterLag : known.Since;
        if (!known.IsPaused || !TrackedAgent.IsPause(agent) || isUnseen)
        {
            BeginPause(known, now, notBefore);
        }

        known.IsPauseAtLeast |= isAtLeast;
        if (isChange)
        {
            DateTimeOffset? begin = BeginOf(agent) is { } reported && reported > notBefore && reported <= now ? reported : null;
            FloorEvent change = Make(FloorEventKind.StatusChanged, agent, begin ?? now);
            AddPast(change, known, now, begin);
            events.Add(change);
            Begin(known, begin ?? now, notBefore);
        }
        else if (isUnseen || IsOtherCall(known.Agent, agent))
        {
            // A different call means a new time on the phone. If the beginning was not observed, only the time from now on is certain.
            Begin(known, now, notBefore);
        }

        known.IsAtLeast |= isAtLeast;
        known.Agent = agent;
        known.CallsReported = 0;
        FindBegin(known);
    }

    private void TellOfLongPause(TrackedAgent known, DateTimeOffset now, List<FloorEvent> events)
    {
        if (_limits.PausedLongerThan is { } limit && !known.IsToldOf && known.PausedTimeAt(now) > limit)
        {
            known.IsToldOf = true;
            FloorEvent pause = Make(FloorEventKind.PausedLong, known.Agent, now);
            pause.Duration = known.PausedTimeAt(now);
            pause.IsAtLeast = known.IsPauseAtLeast;
            events.Add(pause);
        }
    }

    private FloorEvent Leave(TrackedAgent gone, DateTimeOffset now)
    {
        DateTimeOffset? end = BeginOf(gone.Agent.User, string.Empty, null);
        if (end <= gone.Since || end > now)
        {
            end = null;
        }

        FloorEvent left = Make(FloorEventKind.LoggedOut, gone.Agent, end ?? now);
        left.Status = left.SubStatus = left.PauseCode = null;
        AddPast(left, gone, now, end);
        return left;
    }

    private void AddPast(FloorEvent change, TrackedAgent known, DateTimeOffset now, DateTimeOffset? end)
    {
        // The end of a state during a gap is unknown, unless the screen reported it. The state lasted at least until the agent was last seen in it.
        change.PreviousStatus = known.Agent.Status;
        change.Duration = known.TimeAt(end ?? (_missed ? _lastSeen : now));
        change.IsAtLeast = known.IsAtLeast || (_missed && end is null);
    }

    private void CountCampaigns(DateTimeOffset now, List<FloorEvent> events)
    {
        if (!_limits.HasMinimum)
        {
            return;
        }

        ILookup<string, TrackedAgent> byCampaign = _agents.Values.ToLookup(agent => agent.Agent.CampaignId, StringComparer.OrdinalIgnoreCase);
        foreach (
            string campaign in byCampaign
                .Select(group => group.Key)
                .Union(_isShort.Keys, StringComparer.OrdinalIgnoreCase)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToArray()
        )
        {
            if (_limits.FindMinimum(campaign) is not { } minimum)
            {
                continue;
            }

            int ready = byCampaign[campaign].Count(static agent => !agent.IsUnreadable && IsReady(agent.Agent));
            bool isShort = ready < minimum;
            _isShort.TryGetValue(campaign, out bool wasShort);
            _isShort[campaign] = isShort;
            if (isShort != wasShort)
            {
                events.Add(new FloorEvent
                {
                    ConnectionName = _connectionName,
                    Kind = isShort ? FloorEventKind.CampaignShort : FloorEventKind.CampaignStaffed,
                    Time = now.LocalDateTime,
                    CampaignId = campaign,
                    ReadyCount = ready,
                    MinimumReady = minimum,
                });
            }
        }
    }

    private FloorEvent Make(FloorEventKind kind, LoggedInAgent agent, DateTimeOffset now) => new()
    {
        ConnectionName = _connectionName,
        Kind = kind,
        Time = now.LocalDateTime,
        User = agent.User,
        FullName = agent.FullName,
        CampaignId = agent.CampaignId,
        UserGroup = agent.UserGroup,
        Status = agent.Status,
        SubStatus = agent.SubStatus,
        PauseCode = agent.PauseCode,
    };
}
