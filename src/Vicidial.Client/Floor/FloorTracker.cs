using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;

namespace Vicidial.Client.Floor;

/// <summary>
/// Makes changes out of rosters: it compares each with the one before. It holds one roster and no more, however long it
/// runs. A roster does not tell since when an agent is in a status: a time that began unseen is "at least".
/// </summary>
public sealed class FloorTracker
{
    private readonly string _connectionName;
    private readonly FloorLimits _limits;
    private readonly TimeSpan _shortGap;
    private readonly Dictionary<string, TrackedAgent> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _isShort = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _unreadable = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _lastSeen;
    private long _polls;
    private bool _missed;
    private bool _gapIsShort;

    /// <summary>Follows one dialer.</summary>
    /// <param name="connectionName">Its name.</param>
    /// <param name="limits">What is worth telling of, or null.</param>
    /// <param name="shortGap">How long rosters may be missing so that who is found as before counts as unchanged.</param>
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

    /// <summary>The agents who are there.</summary>
    public IReadOnlyCollection<TrackedAgent> Agents => _agents.Values;

    /// <summary>The users of agents who are logged in and whose rows cannot be read, so that their state is unknown.</summary>
    public IReadOnlyCollection<string> UnreadableUsers => _unreadable.Keys;

    /// <summary>A roster could not be had: what happens meanwhile is not seen.</summary>
    public void Miss() => _missed = _polls > 0;

    /// <summary>Compares the next roster with the one before.</summary>
    /// <param name="roster">The rows that can be read.</param>
    /// <param name="now">When the roster was received.</param>
    /// <param name="unreadable">The rows that cannot be read. Their agents are logged in, and nothing else is known of them.</param>
    /// <returns>What has changed.</returns>
    public IReadOnlyList<FloorEvent> Take(IReadOnlyList<LoggedInAgent> roster, DateTimeOffset now, IEnumerable<UnreadableRow>? unreadable = null)
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
                Compare(known, agent, now, events);
            }
            else
            {
                if (known is not null)
                {
                    events.Add(Leave(known, now));
                }

                bool wasUnreadable = before.TryGetValue(agent.User, out bool isNewLogin);
                _agents[agent.User] = known = new TrackedAgent(agent, now, isAtLeast: isFirst || _missed || wasUnreadable);
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

    private static bool IsReady(LoggedInAgent agent) => agent.Status is "READY" or "CLOSER";

    private static bool IsSameLogin(LoggedInAgent one, LoggedInAgent other) => one.CampaignId == other.CampaignId && one.SessionId == other.SessionId;

    private static bool IsSameState(LoggedInAgent one, LoggedInAgent other)
        => one.Status == other.Status && (one.SubStatus ?? string.Empty) == (other.SubStatus ?? string.Empty) && PauseOf(one) == PauseOf(other);

    // The last pause code stays behind when the agent works on: it says something of a pause only.
    private static string PauseOf(LoggedInAgent agent) => TrackedAgent.IsPause(agent) ? agent.PauseCode ?? string.Empty : string.Empty;

    // The value says whether the agent logged in while the row could not be read, so that the login has not been told.
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
        // Behind a gap nobody knows what went on in it. Behind a short one it is told by the calls: who has had none is as before.
        // Calls that are fewer than before are those of a new login or a new day: of that nobody saw the begin either.
        // While a row cannot be read, its agent is not seen either.
        bool missed = _missed || known.IsUnreadable;
        bool isUnseen =
            agent.CallsToday < known.Agent.CallsToday
            || (missed && !(_gapIsShort && !known.IsUnreadable && agent.CallsToday == known.Agent.CallsToday));
        bool isAtLeast = missed || isUnseen;
        if (!known.IsPaused || !TrackedAgent.IsPause(agent) || isUnseen)
        {
            known.PausedSince = now;
            known.IsPauseAtLeast = known.IsToldOf = false;
        }

        known.IsPauseAtLeast |= isAtLeast;
        if (!IsSameState(known.Agent, agent))
        {
            FloorEvent change = Make(FloorEventKind.StatusChanged, agent, now);
            AddPast(change, known, now);
            events.Add(change);
            Begin(known, now);
        }
        else if (isUnseen || (agent.Status == "INCALL" && agent.CallerId != known.Agent.CallerId))
        {
            // Another call is another time on the phone. And of what nobody saw only the time from here on is sure.
            Begin(known, now);
        }

        known.IsAtLeast |= isAtLeast;
        known.Agent = agent;
    }

    private static void Begin(TrackedAgent agent, DateTimeOffset now)
    {
        agent.Since = now;
        agent.IsAtLeast = false;
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
        FloorEvent left = Make(FloorEventKind.LoggedOut, gone.Agent, now);
        left.Status = left.SubStatus = left.PauseCode = null;
        AddPast(left, gone, now);
        return left;
    }

    private void AddPast(FloorEvent change, TrackedAgent known, DateTimeOffset now)
    {
        // Behind a gap nobody knows when it ended: it lasted until the agent was last seen in it, at least.
        change.PreviousStatus = known.Agent.Status;
        change.Duration = known.TimeAt(_missed ? _lastSeen : now);
        change.IsAtLeast = known.IsAtLeast || _missed;
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
