using Vicidial.Client.Floor;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Floor;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>A cmdlet that shows agents as a wallboard.</summary>
[FixedField("show_sub_status", "YES")]
public abstract class WallboardCommand : FloorCommand
{
    private readonly Dictionary<RosterSource, QueueTracker> _queues = [];

    /// <summary>Marks pauses that are longer than this. A plain number means seconds.</summary>
    [Parameter]
    [SecondsToTimeSpan]
    [NoFileNames]
    public TimeSpan PausedLongerThan { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The in-groups whose waiting calls are counted. Without it, all active in-groups are counted. If you name campaigns with -CampaignId,
    /// no calls are counted unless you name in-groups: the API does not return the in-groups of a campaign.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    /// <summary>Requests each roster and the figures of the queue once.</summary>
    private protected void PollBoardOnce()
    {
        PollOnce();
        WaitFor(Task.WhenAll(NewQueues().ToArray().Select(queue => queue.PollAsync(StopToken))));
    }

    /// <summary>Polls rosters and the figures of the queue until the pipeline stops or all dialers have ended.</summary>
    /// <param name="show">Runs when a roster has arrived.</param>
    /// <param name="tick">Runs at intervals even if no dialer responds.</param>
    /// <param name="tickInterval">The interval.</param>
    private protected void PollBoard(Action show, Action? tick = null, TimeSpan tickInterval = default)
    {
        PollOn(Take, tick, tickInterval);

        void Take(IReadOnlyList<FloorEvent> events)
        {
            foreach (QueueTracker queue in NewQueues())
            {
                _ = FollowAsync(queue);
            }

            show();
        }
    }

    /// <summary>The last known state of all agents.</summary>
    private protected BoardFrame MakeFrame()
    {
        DateTimeOffset now = Sources.Select(static source => source.Connection.Client.Time.UtcNow).DefaultIfEmpty(DateTimeOffset.UtcNow).Max();
        return new BoardFrame(Sources.Select(source => Describe(source, now)).ToArray(), now, PausedLongerThan, MakeLimits(PausedLongerThan));
    }

    private static IEnumerable<string> NoticesOf(RosterSource source, DateTimeOffset now)
    {
        string name = source.Connection.Name;
        string whatIsShown = source.LastHeard is null ? "No agents are known" : "The agents are shown as of that time";
        if (source.End is { } end)
        {
            yield return $"{name} is no longer polled. {whatIsShown}. {end.Cause}";
        }
        else if (source.SilentSince(now) is { } since)
        {
            yield return $"{name} has not responded since {since.LocalDateTime:HH\\:mm\\:ss}. {whatIsShown}.";
        }
        else if (source.LastHeard is null)
        {
            yield return $"Waiting for the first response of {name}";
        }

        if (source.UnreadableRows > 0)
        {
            yield return source.UnreadableRows == 1
                ? $"{name} has an agent whose row cannot be read."
                : $"{name} has {source.UnreadableRows} agents whose rows cannot be read.";
        }
    }

    // Only after a roster, so that a wrong login fails once and not twice.
    private IEnumerable<QueueTracker> NewQueues()
    {
        foreach (RosterSource source in Sources.Where(source => source.LastHeard is not null && !_queues.ContainsKey(source)))
        {
            yield return _queues[source] = new QueueTracker(source.Connection.Client, InGroupId, CampaignId, Log);
        }
    }

    // The queue has its own pace: a dialer that counts calls slowly must not delay its roster.
    private async Task FollowAsync(QueueTracker queue)
    {
        RosterSource source = _queues.First(pair => pair.Value == queue).Key;
        while (!source.HasEnded && !StopToken.IsCancellationRequested)
        {
            await queue.PollAsync(StopToken).ConfigureAwait(false);
            await source.Connection.Client.Time.WaitAsync(TimeSpan.FromSeconds(IntervalSec), StopToken).ConfigureAwait(false);
        }
    }

    private BoardDialer Describe(RosterSource source, DateTimeOffset now)
    {
        QueueStatus queue = _queues.TryGetValue(source, out QueueTracker? tracker) ? tracker.Status : new QueueStatus();
        return new BoardDialer
        {
            Name = source.Connection.Name,
            Agents = source.Tracker.Agents,
            UnreadableUsers = source.Tracker.UnreadableUsers,
            HasRoster = source.LastHeard is not null,
            KnownUntil = source.SilentSince(now) is null ? now : source.LastHeard ?? now,
            Notices = NoticesOf(source, now).Concat(source == Sources[0] && EventSourceEnd is { } end ? [end] : []).ToArray(),
            CallsWaiting = queue.CallsWaiting,
            WaitingSince = queue.WaitingSince,
            IsWaitAtLeast = queue.IsAtLeast,
            DropsToday = queue.DropsToday,
        };
    }
}
