namespace Vicidial.Client.Floor;

/// <summary>When an agent screen entered a state, in the terms of a roster.</summary>
internal sealed class ScreenMoment
{
    private const string Paused = "PAUSED";
    private const string InCall = "INCALL";
    private const string Dispo = "DISPO";
    private const string Park = "PARK";
    private const char ManualCall = 'M';

    private static readonly Dictionary<string, State> States = new(StringComparer.Ordinal)
    {
        ["logged_in"] = new(Paused, StartsState: true),
        ["logged_out"] = new(string.Empty),
        ["logged_out_complete"] = new(string.Empty),
        ["state_ready"] = new("READY", IsCertain: true, StartsState: true),
        ["state_paused"] = new(Paused, IsCertain: true),
        ["call_dialed"] = new(InCall, "DIAL", StartsState: true),
        ["call_answered"] = new(InCall, IsCertain: true, StartsState: true),
        ["other_answered"] = new(InCall, StartsState: true),
        ["call_dead"] = new(InCall, "DEAD", IsCertain: true),
        ["park_started"] = new(InCall, Park),
        ["park_ivr_started"] = new(InCall, Park),
        ["park_retrieved"] = new(InCall),
        ["park_ivr_retrieved"] = new(InCall),
        ["3way_start"] = new(InCall, "3-WAY"),
        ["3way_agent_hangup"] = new(InCall),
        ["dispo_screen_open"] = new(Paused, Dispo, IsCertain: true),

        // The next event shows whether the agent waits for calls again.
        ["dispo_set"] = new(Paused),
    };

    private readonly ScreenReport _report;

    private ScreenMoment(ScreenReport report, State state, DateTimeOffset at)
    {
        _report = report;
        At = at;
        SubStatus = state.SubStatus;
        IsCertain = state.IsCertain;
        CallId = report.Event is "call_answered" or "call_dead" ? report.Message : string.Empty;

        // The roster shows a call that the agent dials before it is answered.
        StartsState = state.StartsState && !(report.Event == "call_answered" && CallId.Length > 0 && CallId[0] == ManualCall);
        Status = report.Event == "state_ready" && report.Message == "CLOSER" ? report.Message : state.Status;
    }

    /// <summary>The time, by the clock of this computer.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The status; empty for an agent who logged out.</summary>
    public string Status { get; }

    public string SubStatus { get; }

    /// <summary>The call; empty if the event does not contain it.</summary>
    public string CallId { get; }

    /// <summary>Whether the agent is certainly in the state. Other events only supply the start of a state that a roster shows.</summary>
    public bool IsCertain { get; }

    /// <summary>Whether the state starts here, even if the agent was in the same state before: for example, with another call.</summary>
    public bool StartsState { get; }

    /// <summary>The state that a report shows; null if it shows none.</summary>
    public static ScreenMoment? From(ScreenReport report, DateTimeOffset at) =>
        States.TryGetValue(report.Event, out State? state) ? new ScreenMoment(report, state, at) : null;

    /// <summary>
    /// Whether this state came before another one. Events overtake each other, and the counter starts again with each page. A screen that stays open
    /// after a second login continues to use its old row of the agent log.
    /// </summary>
    public bool IsBefore(ScreenMoment other)
    {
        if (_report.AgentLogId is { } row && other._report.AgentLogId is { } otherRow && row != otherRow)
        {
            return row < otherRow;
        }

        int order = (_report.OccurredAt ?? _report.ReceivedAt).CompareTo(other._report.OccurredAt ?? other._report.ReceivedAt);
        return order < 0 || (order == 0 && _report.Counter < other._report.Counter);
    }

    private sealed record State(string Status, string SubStatus = "", bool IsCertain = false, bool StartsState = false);
}
