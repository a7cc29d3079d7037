using Vicidial.Client.Floor;
using Vicidial.Client.Records.Agents;
using Xunit;

namespace Vicidial.Client.Tests.Floor;

/// <summary>What agent screens report in addition to the rosters: that a state began, and when.</summary>
public class ScreenReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly FloorTracker _tracker = new("main", new FloorLimits(pausedLongerThan: TimeSpan.FromSeconds(60)), TimeSpan.FromSeconds(30));

    [Fact]
    public void A_reported_change_has_exact_times_and_the_roster_does_not_repeat_it()
    {
        _tracker.Take(Report("state_ready", "READY", -100));
        _tracker.Take([Row("READY")], Start);
        Assert.Equal((At(-100), false), (Agent.Since, Agent.IsAtLeast));

        FloorEvent call = Assert.Single(_tracker.Take(Report("call_answered", "V1", 3)));
        Assert.Equal(
            (FloorEventKind.StatusChanged, "INCALL", "READY", TimeSpan.FromSeconds(103), false),
            (call.Kind, call.Status, call.PreviousStatus, call.Duration!.Value, call.IsAtLeast)
        );
        Assert.Equal(At(3).LocalDateTime, call.Time);
        Assert.Empty(_tracker.Take([Row("INCALL", call: "V1")], At(5)));
        Assert.Equal(At(3), Agent.Since);
    }

    [Fact]
    public void A_report_after_the_first_roster_still_sets_the_start_of_the_state()
    {
        _tracker.Take([Row("PAUSED")], Start);
        Assert.True(Agent.IsAtLeast);
        Assert.Empty(_tracker.Take(Report("state_paused", "PAUSED", -70)));
        Assert.Equal((At(-70), At(-70), false, false), (Agent.Since, Agent.PausedSince, Agent.IsAtLeast, Agent.IsPauseAtLeast));
        FloorEvent pause = Assert.Single(_tracker.Take([Row("PAUSED")], At(5)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(75), false), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
    }

    [Fact]
    public void A_roster_from_before_the_report_does_not_revert_it()
    {
        _tracker.Take([Row("READY")], Start);
        Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 10)));
        Assert.Empty(_tracker.Take([Row("READY")], At(11), requested: At(9)));
        Assert.Empty(_tracker.Take([Row("READY")], At(12), requested: At(11)));
        Assert.Equal("PAUSED", Agent.Agent.Status);

        // The dialer's final response counts.
        Assert.Equal("READY", Assert.Single(_tracker.Take([Row("READY")], At(20))).Status);
    }

    [Fact]
    public void The_roster_supplies_details_and_the_report_the_start_time()
    {
        _tracker.Take([Row("INCALL", sub: "", call: "V1")], Start);
        Assert.Empty(_tracker.Take(Report("park_started", "", 7)));
        FloorEvent parked = Assert.Single(_tracker.Take([Row("INCALL", sub: "PARK", call: "V1")], At(10)));
        Assert.Equal((At(7).LocalDateTime, "PARK", TimeSpan.FromSeconds(7)), (parked.Time, parked.SubStatus, parked.Duration!.Value));

        // No screen reports that a call is on its way.
        FloorEvent coming = Assert.Single(_tracker.Take([Row("QUEUE", sub: "")], At(15)));
        Assert.Equal((At(15).LocalDateTime, TimeSpan.FromSeconds(8)), (coming.Time, coming.Duration!.Value));
    }

    [Fact]
    public void A_pause_code_is_added_by_the_roster_and_the_pause_keeps_its_time()
    {
        _tracker.Take([Row("READY", sub: "", code: "LOGIN")], Start);
        Assert.Equal(string.Empty, Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 10))).PauseCode);
        Assert.Equal("LUNCH", Assert.Single(_tracker.Take([Row("PAUSED", sub: "", code: "LUNCH")], At(15))).PauseCode);
        Assert.Equal((At(10), false), (Agent.PausedSince, Agent.IsPauseAtLeast));
    }

    [Fact]
    public void Reports_that_overtake_each_other_end_in_the_last_state()
    {
        _tracker.Take([Row("PAUSED")], Start);
        Assert.Single(_tracker.Take(Report("call_answered", "V1", 8, counter: 6)));
        Assert.Empty(_tracker.Take(Report("state_ready", "READY", 8, counter: 5)));
        Assert.Empty(_tracker.Take(Report("state_paused", "PAUSED", 7, counter: 4)));
        Assert.Equal("INCALL", Agent.Agent.Status);
    }

    [Fact]
    public void A_page_that_was_loaded_again_counts_from_zero()
    {
        _tracker.Take([Row("READY")], Start);
        Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 5, counter: 70)));
        Assert.Single(_tracker.Take(Report("state_ready", "READY", 9, counter: 3)));
    }

    [Fact]
    public void A_screen_that_a_second_login_replaced_is_ignored()
    {
        _tracker.Take([Row("READY")], Start);
        Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 5, counter: 2, row: 17)));
        Assert.Empty(_tracker.Take(Report("state_ready", "READY", 9, counter: 7, row: 16)));
        _tracker.Take(Report("logged_out", "CLOSE", 9, counter: 8, row: 16));
        Assert.Equal("PAUSED", Agent.Agent.Status);
    }

    [Fact]
    public void The_roster_decides_who_is_logged_in_and_a_report_supplies_the_logout_time()
    {
        _tracker.Take(Report("state_ready", "READY", -10));
        _tracker.Take([Row("READY")], Start);
        Assert.Empty(_tracker.Take(Report("logged_out", "NORMAL", 4)));
        FloorEvent left = Assert.Single(_tracker.Take([], At(9)));
        Assert.Equal(
            (FloorEventKind.LoggedOut, At(4).LocalDateTime, TimeSpan.FromSeconds(14), false),
            (left.Kind, left.Time, left.Duration!.Value, left.IsAtLeast)
        );
        Assert.Empty(_tracker.Take(Report("state_paused", "PAUSED", 10)));
        Assert.Empty(_tracker.Agents);
    }

    [Fact]
    public void A_login_begins_a_pause()
    {
        _tracker.Take([], Start);
        _tracker.Take(Report("logged_in", "8600051 10.10.10.15", 3));
        Assert.Single(_tracker.Take([Row("PAUSED")], At(5)));
        Assert.Equal((At(3), At(3)), (Agent.Since, Agent.PausedSince));
    }

    [Fact]
    public void Clocks_that_differ_and_requests_that_are_late_change_no_time()
    {
        _tracker.Take([Row("READY")], Start);

        // The dialer's clock is two minutes ahead.
        _tracker.Take(Report("state_paused", "PAUSED", 10, skew: 120));
        Assert.Equal(At(10), Agent.Since);
        _tracker.Take([Row("PAUSED")], At(12));
        FloorEvent ready = Assert.Single(_tracker.Take(Report("state_ready", "READY", 20, skew: 120, late: 4)));
        Assert.Equal((At(20).LocalDateTime, At(20)), (ready.Time, Agent.Since));
    }

    [Fact]
    public void An_old_report_is_not_used_for_a_state_that_occurs_again()
    {
        _tracker.Take(Report("state_ready", "READY", -50));
        _tracker.Take([Row("READY")], Start);

        // Everything that the screen reported in the meantime is lost.
        _tracker.Take([Row("PAUSED")], At(10));
        _tracker.Take([Row("READY")], At(20));
        Assert.Equal((At(20), false), (Agent.Since, Agent.IsAtLeast));
    }

    [Fact]
    public void Times_stay_correct_through_a_gap_between_rosters()
    {
        _tracker.Take([Row("READY")], Start);
        _tracker.Miss();
        Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 100)));
        _tracker.Miss();
        FloorEvent pause = Assert.Single(_tracker.Take([Row("PAUSED")], At(200)));
        Assert.Equal((FloorEventKind.PausedLong, TimeSpan.FromSeconds(100), false), (pause.Kind, pause.Duration!.Value, pause.IsAtLeast));
    }

    [Fact]
    public void A_gap_with_calls_that_no_screen_reported_leaves_times_uncertain()
    {
        _tracker.Take([Row("READY")], Start);
        _tracker.Miss();
        Assert.Single(_tracker.Take(Report("state_paused", "PAUSED", 100)));
        LoggedInAgent row = Row("PAUSED");
        row.CallsToday = 9;
        _tracker.Take([row], At(7200));
        Assert.Equal((At(7200), true), (Agent.Since, Agent.IsAtLeast));
    }

    [Fact]
    public void A_report_triggers_the_event_for_a_campaign_with_too_few_agents()
    {
        var tracker = new FloorTracker("main", new FloorLimits(minimumReadyOfAll: 1));
        tracker.Take([Row("READY")], Start);
        Assert.Equal(
            [FloorEventKind.StatusChanged, FloorEventKind.CampaignShort],
            tracker.Take(Report("state_paused", "PAUSED", 1)).Select(static one => one.Kind)
        );
    }

    [Fact]
    public void Reports_of_unknown_agents_use_no_more_memory()
    {
        _tracker.Take([Row("READY")], Start);
        _tracker.Take(Report("state_ready", "READY", -5));
        for (int i = 0; i < 100_000; i++)
        {
            _tracker.Take(Report("state_ready", "READY", 1, user: $"{i}x"));
        }

        Assert.InRange(_tracker.KnownScreens, 1, 20_000);
        Assert.Equal(At(-5), Agent.Since);
    }

    private TrackedAgent Agent => Assert.Single(_tracker.Agents);

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private static LoggedInAgent Row(string status, string? sub = null, string? code = null, string call = "") =>
        new() { User = "1001", CampaignId = "TESTCAMP", Status = status, SubStatus = sub, PauseCode = code, CallerId = call, CallsToday = 3 };

    private static ScreenReport Report(
        string name, string message, int at, int counter = 1, long? row = null, int skew = 0, int late = 0, string user = "1001") =>
        new()
        {
            User = user,
            Event = name,
            Message = message,
            OccurredAt = At(at + skew),
            ReceivedAt = At(at + late),
            Counter = counter,
            AgentLogId = row,
        };
}
