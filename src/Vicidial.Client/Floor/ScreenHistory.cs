namespace Vicidial.Client.Floor;

/// <summary>The last states that one agent's screen reported, in order.</summary>
internal sealed class ScreenHistory
{
    private const int MostMoments = 16;
    private const int MostDelays = 16;
    private readonly List<ScreenMoment> _moments = [];
    private readonly Queue<TimeSpan> _delays = new();

    /// <summary>Adds a report.</summary>
    /// <returns>The state; null if there is none, or if a later one is known.</returns>
    public ScreenMoment? Add(ScreenReport report)
    {
        if (ScreenMoment.From(report, Locate(report)) is not { } moment)
        {
            return null;
        }

        int place = _moments.Count;
        while (place > 0 && moment.IsBefore(_moments[place - 1]))
        {
            place--;
        }

        bool isNewest = place == _moments.Count;
        _moments.Insert(place, moment);
        if (_moments.Count > MostMoments)
        {
            _moments.RemoveAt(0);
        }

        return isNewest ? moment : null;
    }

    /// <summary>When the state began in which the screen is; null if the screen did not report it, or has reported another one since.</summary>
    /// <param name="status">The status; empty for an agent who has logged out.</param>
    /// <param name="subStatus">The sub-status; null if it does not matter.</param>
    /// <param name="callId">The call; empty if it does not matter.</param>
    public DateTimeOffset? FindBegin(string status, string? subStatus, string callId = "")
    {
        int first = _moments.Count;
        while (first > 0 && IsOf(_moments[first - 1]))
        {
            first--;
            if (_moments[first].StartsState)
            {
                break;
            }
        }

        return first == _moments.Count ? null : _moments[first].At;

        bool IsOf(ScreenMoment moment) =>
            moment.Status == status
            && (subStatus is null || moment.SubStatus == subStatus)
            && (callId.Length == 0 || moment.CallId.Length == 0 || moment.CallId == callId);
    }

    /// <summary>
    /// The time of a report, by the clock of this computer. The report with the shortest delay shows the difference between the two clocks. Only the
    /// last reports count, because clocks are corrected.
    /// </summary>
    private DateTimeOffset Locate(ScreenReport report)
    {
        if (report.OccurredAt is not { } occurred)
        {
            return report.ReceivedAt;
        }

        _delays.Enqueue(report.ReceivedAt - occurred);
        if (_delays.Count > MostDelays)
        {
            _delays.Dequeue();
        }

        return occurred + _delays.Min();
    }
}
