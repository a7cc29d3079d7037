using Vicidial.Client.Errors;
using Vicidial.Client.Floor;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Floor;

/// <summary>The changes between rosters, and the times of states whose start was not observed.</summary>
[Collection(Alone.Name)]
public class FloorTrackerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_roster_has_no_changes()
    {
        var tracker = new FloorTracker("main");
        Assert.Empty(tracker.Take(Roster("1001 READY", "1002 PAUSED"), Start));
        Assert.Equal(2, tracker.Agents.Count);
    }

    [Fact]
    public void An_equal_roster_has_no_changes()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY", "1002 PAUSED"), Start);
        Assert.Empty(tracker.Take(Roster("1002 PAUSED", "1001 READY"), At(5)));
    }

    [Fact]
    public void A_status_whose_start_was_seen_has_an_exact_duration()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY"), Start);
        FloorEvent first = Assert.Single(tracker.Take(Roster("1001 INCALL"), At(60)));
        Assert.Equal(
            (FloorEventKind.StatusChanged, "1001", "INCALL", "READY", true),
            (first.Kind, first.User, first.Status, first.PreviousStatus, first.IsAtLeast)
        );
        Assert.Equal(TimeSpan.FromSeconds(60), first.Duration);
        Assert.Equal("1001 Agent 1001 is INCALL, after READY for at least 00:01:00", first.Message);

        FloorEvent second = Assert.Single(tracker.Take(Roster("1001 PAUSED"), At(90)));
        Assert.Equal((TimeSpan.FromSeconds(30), false), (second.Duration!.Value, second.IsAtLeast));
        Assert.Equal(("main", "TESTCAMP"), (second.ConnectionName, second.CampaignId));
    }

    [Fact]
    public void Logins_and_logouts_are_reported()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY"), Start);
        FloorEvent[] events = tracker.Take(Roster("1002 PAUSED"), At(10)).ToArray();
        Assert.Equal(["LoggedIn 1002", "LoggedOut 1001"], events.Select(one => $"{one.Kind} {one.User}"));
        Assert.Equal((null, "PAUSED"), (events[0].Duration, events[0].Status));
        Assert.Equal(
            (TimeSpan.FromSeconds(10), true, "READY", null),
            (events[1].Duration!.Value, events[1].IsAtLeast, events[1].PreviousStatus, events[1].Status)
        );
        Assert.Single(tracker.Agents);
    }

    [Fact]
    public void A_change_of_campaign_is_a_new_login()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY"), Start);
        Assert.Equal(
            ["LoggedOut TESTCAMP", "LoggedIn OUTBND2"],
            tracker.Take(Roster("1001 READY OUTBND2"), At(5)).Select(one => $"{one.Kind} {one.CampaignId}")
        );
    }

    [Fact]
    public void A_new_sub_status_or_pause_code_is_a_change_but_a_code_left_after_a_pause_is_not()
    {
        var tracker = new FloorTracker("main");
        LoggedInAgent agent = Roster("1001 PAUSED")[0];
        agent.PauseCode = "LOGIN";
        tracker.Take([agent], Start);
        agent = Roster("1001 PAUSED")[0];
        agent.PauseCode = "BREAK";
        Assert.Equal("BREAK", Assert.Single(tracker.Take([agent], At(5))).PauseCode);

        agent = Roster("1001 INCALL")[0];
        agent.PauseCode = "BREAK";
        Assert.Single(tracker.Take([agent], At(10)));
        agent = Roster("1001 INCALL")[0];
        agent.PauseCode = string.Empty;
        Assert.Empty(tracker.Take([agent], At(15)));
        agent = Roster("1001 INCALL")[0];
        agent.SubStatus = "DEAD";
        FloorEvent dead = Assert.Single(tracker.Take([agent], At(20)));
        Assert.Equal(("DEAD", TimeSpan.FromSeconds(10)), (dead.SubStatus, dead.Duration!.Value));
    }

    [Fact]
    public void The_next_call_has_its_own_time()
    {
        var tracker = new FloorTracker("main");
        LoggedInAgent agent = Roster("1001 INCALL")[0];
        agent.CallerId = "V1";
        tracker.Take([agent], Start);
        agent = Roster("1001 INCALL")[0];
        agent.CallerId = "V2";
        Assert.Empty(tracker.Take([agent], At(60)));
        FloorEvent end = Assert.Single(tracker.Take(Roster("1001 READY"), At(70)));
        Assert.Equal((TimeSpan.FromSeconds(10), false), (end.Duration!.Value, end.IsAtLeast));
    }

    [Fact]
    public void A_long_pause_is_reported_once()
    {
        var tracker = new FloorTracker("main", new FloorLimits(pausedLongerThan: TimeSpan.FromSeconds(60)));
        tracker.Take(Roster("1001 PAUSED"), Start);
        Assert.Empty(tracker.Take(Roster("1001 PAUSED"), At(60)));
        FloorEvent pause = Assert.Single(tracker.Take(Roster("1001 PAUSED"), At(61)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(61), true), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
        Assert.Empty(tracker.Take(Roster("1001 PAUSED"), At(200)));

        tracker.Take(Roster("1001 READY"), At(205));
        tracker.Take(Roster("1001 PAUSED"), At(210));
        Assert.Empty(tracker.Take(Roster("1001 PAUSED"), At(270)));
        pause = Assert.Single(tracker.Take(Roster("1001 PAUSED"), At(275)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(65), false), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
    }

    [Fact]
    public void A_different_code_does_not_end_a_pause()
    {
        var tracker = new FloorTracker("main", new FloorLimits(pausedLongerThan: TimeSpan.FromSeconds(60)));
        tracker.Take([Paused("LUNCH", 4)], Start);
        Assert.Equal("LUNCH", Assert.Single(tracker.Take([Paused("LUNCH", 4)], At(61))).PauseCode);
        FloorEvent change = Assert.Single(tracker.Take([Paused("BREAK", 4)], At(70)));
        Assert.Equal((FloorEventKind.StatusChanged, TimeSpan.FromSeconds(70)), (change.Kind, change.Duration!.Value));
        Assert.Empty(tracker.Take([Paused("BREAK", 4)], At(200)));

        // A change of the pause code before the limit does not restart the time.
        tracker.Take(Roster("1001 READY"), At(210));
        tracker.Take([Paused("LUNCH", 4)], At(220));
        tracker.Take([Paused("BREAK", 4)], At(270));
        FloorEvent pause = Assert.Single(tracker.Take([Paused("BREAK", 4)], At(281)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(61), false), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
        Assert.Equal(
            (TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(61)),
            (Assert.Single(tracker.Agents).TimeAt(At(281)), Assert.Single(tracker.Agents).PausedTimeAt(At(281)))
        );
    }

    [Fact]
    public void A_short_gap_does_not_end_the_pause_of_an_agent_without_a_call()
    {
        var tracker = new FloorTracker("main", new FloorLimits(pausedLongerThan: TimeSpan.FromSeconds(60)), shortGap: TimeSpan.FromSeconds(30));
        LoggedInAgent other = Paused("LUNCH", 4);
        other.User = "1002";
        tracker.Take(Roster("1001 READY", "1002 READY"), Start);
        tracker.Take([Paused("LUNCH", 4), other], At(10));
        tracker.Miss();
        LoggedInAgent called = Paused("LUNCH", 5);
        called.User = "1002";
        tracker.Take([Paused("LUNCH", 4), called], At(40));
        FloorEvent pause = Assert.Single(tracker.Take([Paused("LUNCH", 4), called], At(71)));
        Assert.Equal(
            ("1001", FloorEventKind.PausedLong, TimeSpan.FromSeconds(61), true),
            (pause.User, pause.Kind, pause.Duration!.Value, pause.IsAtLeast)
        );
        pause = Assert.Single(tracker.Take([Paused("LUNCH", 4), called], At(101)));
        Assert.Equal(("1002", TimeSpan.FromSeconds(61), true), (pause.User, pause.Duration!.Value, pause.IsAtLeast));
    }

    [Fact]
    public void A_pause_after_a_long_gap_is_a_new_one_and_is_reported_again()
    {
        var tracker = new FloorTracker("main", new FloorLimits(pausedLongerThan: TimeSpan.FromSeconds(60)), shortGap: TimeSpan.FromSeconds(30));
        tracker.Take([Paused("LUNCH", 4)], Start);
        Assert.Single(tracker.Take([Paused("LUNCH", 4)], At(61)));
        tracker.Miss();
        Assert.Empty(tracker.Take([Paused("LUNCH", 4)], At(7200)));
        FloorEvent pause = Assert.Single(tracker.Take([Paused("LUNCH", 4)], At(7261)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(61), true), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
    }

    [Fact]
    public void A_different_session_is_a_new_login_and_fewer_calls_restart_the_time()
    {
        var tracker = new FloorTracker("main");
        LoggedInAgent agent = Paused("LUNCH", 9);
        agent.SessionId = "8600051";
        tracker.Take([agent], Start);
        agent = Paused("LUNCH", 9);
        agent.SessionId = "8600052";
        Assert.Equal([FloorEventKind.LoggedOut, FloorEventKind.LoggedIn], tracker.Take([agent], At(60)).Select(one => one.Kind));

        agent = Paused("LUNCH", 5);
        agent.SessionId = "8600052";
        Assert.Empty(tracker.Take([agent], At(120)));
        TrackedAgent known = Assert.Single(tracker.Agents);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, true), (known.TimeAt(At(120)), known.PausedTimeAt(At(120)), known.IsAtLeast));
    }

    [Fact]
    public void A_campaign_with_too_few_agents_is_reported_once_and_so_is_its_recovery()
    {
        var tracker = new FloorTracker("main", new FloorLimits(minimumReadyOfAll: 2));
        FloorEvent few = Assert.Single(tracker.Take(Roster("1001 READY", "1002 PAUSED", "1003 READY INBOUND", "1004 CLOSER INBOUND"), Start));
        Assert.Equal((FloorEventKind.CampaignShort, "TESTCAMP", 1, 2), (few.Kind, few.CampaignId, few.ReadyCount, few.MinimumReady));
        Assert.Equal("TESTCAMP has 1 ready and needs 2", few.Message);
        Assert.Null(few.User);
        Assert.Empty(tracker.Take(Roster("1001 READY", "1002 PAUSED", "1003 READY INBOUND", "1004 CLOSER INBOUND"), At(5)));

        // A campaign without logged-in agents has no ready agents.
        FloorEvent[] next = tracker.Take(Roster("1001 READY", "1002 READY"), At(10)).Where(one => one.User is null).ToArray();
        Assert.Equal(["CampaignShort INBOUND 0", "CampaignStaffed TESTCAMP 2"], next.Select(one => $"{one.Kind} {one.CampaignId} {one.ReadyCount}"));
    }

    [Fact]
    public void A_named_campaign_in_which_no_agent_was_seen_yet_is_short()
    {
        var named = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["OUTBND2"] = 1 };
        var tracker = new FloorTracker("main", new FloorLimits(minimumReady: named));
        FloorEvent few = Assert.Single(tracker.Take(Roster("1001 PAUSED"), Start));
        Assert.Equal(("OUTBND2", 0, 1), (few.CampaignId, few.ReadyCount, few.MinimumReady));
    }

    [Fact]
    public void After_a_gap_only_observed_times_are_reported()
    {
        var tracker = new FloorTracker("main", new FloorLimits(pausedLongerThan: TimeSpan.FromMinutes(10)));
        tracker.Take(Roster("1001 READY", "1002 READY", "1003 PAUSED"), Start);
        tracker.Take(Roster("1001 INCALL", "1002 INCALL", "1003 PAUSED"), At(10));
        tracker.Take(Roster("1001 INCALL", "1002 INCALL", "1003 PAUSED"), At(20));
        tracker.Miss();
        tracker.Miss();

        // An hour later, one agent has changed at an unknown time, and the other was on a call before and is on one now.
        FloorEvent change = Assert.Single(tracker.Take(Roster("1001 PAUSED", "1002 INCALL", "1003 PAUSED"), At(3600)));
        Assert.Equal(("1001", TimeSpan.FromSeconds(10), true), (change.User, change.Duration!.Value, change.IsAtLeast));
        FloorEvent[] after = tracker.Take(Roster("1001 READY", "1002 READY", "1003 PAUSED"), At(3660)).ToArray();
        Assert.Equal([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)], after.Select(one => one.Duration!.Value));
        Assert.All(after, one => Assert.True(one.IsAtLeast));
    }

    [Fact]
    public void A_clock_that_was_set_back_never_results_in_a_negative_time()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY"), Start);
        Assert.Equal(TimeSpan.Zero, Assert.Single(tracker.Take(Roster("1001 PAUSED"), At(-3600))).Duration);
    }

    [Fact]
    public void A_day_of_polls_with_changing_agents_uses_no_more_memory_than_an_hour()
    {
        var tracker = new FloorTracker("main", new FloorLimits(TimeSpan.FromMinutes(5), 3));
        string[] states = ["READY", "INCALL", "PAUSED", "QUEUE"];
        long events = 0;
        long afterAnHour = 0;
        for (int poll = 0; poll < 24 * 720; poll++)
        {
            // Each of fifty agents stays for a hundred polls, and then another user takes the seat.
            int now = poll;
            LoggedInAgent[] roster = Enumerable
                .Range(0, 50)
                .Select(seat =>
                    Agent(string.Create(CultureInfo.InvariantCulture, $"{(now + (seat * 2)) / 100}x{seat}"), states[(now / 7 + seat) % 4], "TESTCAMP")
                )
                .ToArray();
            events += tracker.Take(roster, At(poll * 5)).Count;
            if (poll == 720)
            {
                afterAnHour = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.True(events > 100_000);
        Assert.Equal(50, tracker.Agents.Count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - afterAnHour, long.MinValue, 1_000_000);
    }

    private static LoggedInAgent Paused(string code, int calls)
    {
        LoggedInAgent agent = Roster("1001 PAUSED")[0];
        agent.PauseCode = code;
        agent.CallsToday = calls;
        return agent;
    }

    [Fact]
    public void An_agent_whose_row_cannot_be_read_has_not_logged_out()
    {
        var tracker = new FloorTracker("main", new FloorLimits(minimumReadyOfAll: 1));
        tracker.Take(Roster("1001 READY", "1002 INCALL"), Start);
        FloorEvent isShort = Assert.Single(tracker.Take(Roster("1002 INCALL"), At(5), Unreadable("1001")));
        Assert.Equal(FloorEventKind.CampaignShort, isShort.Kind);
        Assert.Equal(["1001"], tracker.UnreadableUsers);
        Assert.True(tracker.Agents.Single(static agent => agent.Agent.User == "1001").IsUnreadable);

        // After the gap, the start of the status is unknown.
        FloorEvent[] back = tracker.Take(Roster("1001 PAUSED", "1002 INCALL"), At(10)).ToArray();
        Assert.Equal((FloorEventKind.StatusChanged, true), (back[0].Kind, back[0].IsAtLeast));
        Assert.Empty(tracker.UnreadableUsers);
        Assert.True(tracker.Agents.Single(static agent => agent.Agent.User == "1001").IsAtLeast);
    }

    [Fact]
    public void An_agent_who_logs_out_while_the_row_is_unreadable_is_reported_once()
    {
        var tracker = new FloorTracker("main");
        tracker.Take(Roster("1001 READY"), Start);
        Assert.Empty(tracker.Take([], At(5), Unreadable("1001")));
        Assert.Equal(FloorEventKind.LoggedOut, Assert.Single(tracker.Take([], At(10))).Kind);
        Assert.Empty(tracker.Take([], At(15)));
    }

    [Fact]
    public void A_login_with_an_unreadable_row_is_reported_when_the_row_is_readable()
    {
        var tracker = new FloorTracker("main");
        tracker.Take([], Start, Unreadable("1001"));
        Assert.Empty(tracker.Take([], At(5), Unreadable("1001", "1002")));
        FloorEvent login = Assert.Single(tracker.Take(Roster("1001 READY", "1002 READY"), At(10)));
        Assert.Equal((FloorEventKind.LoggedIn, "1002"), (login.Kind, login.User));
    }

    private static UnreadableRow[] Unreadable(params string[] users) =>
        users
            .Select(static user => new UnreadableRow(
                "main",
                "logged_in_agents",
                $"{user}\tTESTCAMP\t8600051\tREADY\t0\t\t63\tTab\tBed\tAGENTS\t1",
                "A value holds the delimiter"
            ))
            .ToArray();

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private static LoggedInAgent[] Roster(params string[] rows)
        => rows.Select(row => row.Split(' ')).Select(cells => Agent(cells[0], cells[1], cells.Length > 2 ? cells[2] : "TESTCAMP")).ToArray();

    private static LoggedInAgent Agent(string user, string status, string campaign)
        => new() { User = user, FullName = "Agent " + user, Status = status, CampaignId = campaign, UserGroup = "AGENTS", ConnectionName = "main" };
}
