using Vicidial.Client.Errors;
using Vicidial.Client.Floor;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Floor;

namespace VicidialPS.Commands.Floor;

/// <summary>A cmdlet that polls the rosters of dialers until it is stopped, each independently.</summary>
public abstract partial class FloorCommand : QueryCommand, IPipedInput
{
    private readonly List<RosterSource> _sources = [];
    private readonly List<Action> _held = [];
    private readonly HashSet<RosterSource> _asked = [];
    private HashSet<string>? _unseen;
    private EventFeed? _feed;

    /// <summary>
    /// Shows only agents who are logged in to these campaigns. The default is all campaigns that the account may see. Wildcards are not
    /// supported.
    /// </summary>
    [Parameter(Position = 0)]
    [Field, Alias("campaigns", "campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[]? CampaignId { get; set; }

    /// <summary>
    /// Returns only agents of these user groups. The default is all groups that the account may see. Wildcards are not supported.
    /// </summary>
    [Parameter]
    [Field, Alias("user_groups", "user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string[]? UserGroup { get; set; }

    /// <summary>
    /// The number of ready agents that a campaign needs: one number for every campaign, or a table of campaigns and numbers.
    /// </summary>
    [Parameter]
    public ReadyMinimum? MinimumReady { get; set; }

    /// <summary>The number of seconds between requests, from 1 to 3600.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int IntervalSec { get; set; } = 5;

    /// <summary>
    /// A job that emits agent events, such as one that runs Receive-VicidialEvent -Kind AgentEvent. The command takes the output of the
    /// job. Agent events report when a status began, and changes appear immediately. Events of other kinds are ignored.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Job? EventSource { get; set; }

    /// <summary>Why agent events no longer arrive, or null while they can.</summary>
    private protected string? EventSourceEnd => _feed?.End;

    private protected override object? CurrentInput => InputObject;

    private protected override PSObject? PipedObject => InputObject;

    /// <summary>The dialers that are polled.</summary>
    private protected IReadOnlyList<RosterSource> Sources => _sources;

    private protected virtual FloorLimits? Limits => null;

    /// <summary>Whether errors are delayed and warnings omitted, because the drawn board shows both and messages would damage it.</summary>
    private protected bool HoldsMessages { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _feed = EventSource is null ? null : new EventFeed(EventSource);

        // The rosters would contain no agent of such a campaign, so it would always seem to be short of agents.
        if (
            CampaignId is { Length: > 0 } watched
            && MinimumReady?.OfCampaign.Keys.FirstOrDefault(name => !watched.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other
        )
        {
            ThrowFailure(
                new DialerException(
                    "CampaignNotWatched",
                    DialerErrorKind.InvalidArgument,
                    $"-MinimumReady names the campaign {other}, which is not in -CampaignId."
                ),
                other
            );
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The board would start only when the receiver ends, which never happens, and would use only the connection of each event.
        if (InputObject is { } piped && EventFeed.IsEvent(piped))
        {
            ThrowFailure(
                new DialerException(
                    "EventsPiped",
                    DialerErrorKind.InvalidArgument,
                    $"{MyInvocation.MyCommand.Name} does not read events from the pipeline, because a receiver does not end."),
                piped);
        }

        if (FindInputProblem() is { } nothing)
        {
            WriteFailure(nothing, CurrentInput);
            return;
        }

        foreach (VicidialConnection connection in Resolve().Where(connection => _sources.All(source => source.Connection != connection)))
        {
            try
            {
                ApiRequest[] requests = MakeRequests(connection).Take(1).ToArray();
                Array.ForEach(requests, request => _ = Release.FindGap(connection, request) is { } tooOld ? throw tooOld : request);
                _sources.AddRange(requests.Select(request => new RosterSource(connection, request, TimeSpan.FromSeconds(IntervalSec), Limits, Log)));
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, connection.Name);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _feed?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The limits from the parameters.</summary>
    private protected FloorLimits MakeLimits(TimeSpan? pausedLongerThan) =>
        new(pausedLongerThan, MinimumReady?.OfAll, MinimumReady?.OfCampaign, CampaignId);

    /// <summary>Requests the roster of each dialer once, in parallel.</summary>
    private protected void PollOnce() => Poll(static _ => { }, once: true, null, TimeSpan.Zero);

    /// <summary>Polls all dialers until the pipeline stops or all of them have ended.</summary>
    /// <param name="take">Receives the changes.</param>
    /// <param name="tick">Runs at intervals even if no dialer responds, or null.</param>
    /// <param name="tickInterval">The interval.</param>
    private protected void PollOn(Action<IReadOnlyList<FloorEvent>> take, Action? tick = null, TimeSpan tickInterval = default) =>
        Poll(take, once: false, tick, tickInterval);

    /// <summary>Writes the delayed errors.</summary>
    private protected void WriteHeldMessages()
    {
        HoldsMessages = false;
        _held.ForEach(static write => write());
        _held.Clear();
    }

    private void Poll(Action<IReadOnlyList<FloorEvent>> take, bool once, Action? tick, TimeSpan tickInterval)
    {
        Task? nextTick = tick is null ? null : Task.Delay(tickInterval, StopToken);

        // Each dialer has its own pace: one that hangs must not delay the others.
        var pending = _sources.Select(source => (Source: source, Poll: source.PollAsync(StopToken))).ToList();
        while (pending.Count > 0)
        {
            Task? arrival = _feed?.End is null ? _feed?.Arrival : null;
            WaitFor(Task.WhenAny(pending.Select(static one => (Task)one.Poll).Concat(new[] { nextTick, arrival }.OfType<Task>())));
            TakeReports(take);
            if (nextTick is { IsCompleted: true })
            {
                WaitFor(nextTick);
                tick!();
                nextTick = Task.Delay(tickInterval, StopToken);
            }

            int done = pending.FindIndex(static one => one.Poll.IsCompleted);
            if (done < 0)
            {
                continue;
            }

            (RosterSource source, Task<RosterPoll> task) = pending[done];
            pending.RemoveAt(done);
            RosterPoll poll = WaitFor(task);
            Take(source, poll, take, once);
            if (!once && !source.HasEnded)
            {
                pending.Add((source, source.PollAsync(StopToken)));
            }
        }
    }

    private void TakeReports(Action<IReadOnlyList<FloorEvent>> take)
    {
        if (_feed is null or { End: not null })
        {
            return;
        }

        FloorEvent[] events = _feed.Read().SelectMany(report => FindSource(report)?.Tracker.Take(report) ?? []).ToArray();
        if (events.Length > 0)
        {
            take(events);
        }

        if (_feed.End is { } end && !HoldsMessages)
        {
            WriteWarning(end);
        }
    }

    /// <summary>The dialer that sent a report: the one it names, the only one, or the only one with the agent.</summary>
    private RosterSource? FindSource(ScreenReport report)
    {
        if (report.ConnectionName.Length > 0)
        {
            return _sources.Find(source => string.Equals(source.Connection.Name, report.ConnectionName, StringComparison.OrdinalIgnoreCase));
        }

        RosterSource[] found = _sources.Count == 1
            ? [_sources[0]]
            : _sources.Where(source => source.Tracker.Has(report.User)).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private void Take(RosterSource source, RosterPoll poll, Action<IReadOnlyList<FloorEvent>> take, bool once)
    {
        (IReadOnlyList<FloorEvent> events, string? notice) = source.Take(poll);
        if (poll.Failure is { } failure && (source.HasEnded || once))
        {
            bool isOnly = _sources.All(static one => one.HasEnded);
            Say(() => WriteFailure(failure.At(source.Connection.Name), source.Connection.Name, source.Connection, isOnly));
        }
        else if (notice is not null && !HoldsMessages)
        {
            WriteWarning(notice);
        }

        foreach (DialerException problem in source.TakeNewProblems(poll))
        {
            Say(() => WriteFailure(problem, source.Connection.Name));
        }

        VicidialSession.Current.Names.Note(poll.Agents);
        take(events);
        CheckCampaigns(source, poll);
    }

    /// <summary>Reports campaigns that no dialer has, once each dialer has sent its first roster.</summary>
    private void CheckCampaigns(RosterSource source, RosterPoll poll)
    {
        if (CampaignId is not { Length: > 0 } || !_asked.Add(source))
        {
            return;
        }

        // A dialer that fails may have the campaign.
        _unseen ??= new HashSet<string>(CampaignId, StringComparer.OrdinalIgnoreCase);
        _unseen.ExceptWith(poll.Failure is null ? poll.Agents.Select(static agent => agent.CampaignId) : CampaignId);
        if (_asked.Count < _sources.Count || _unseen.Count == 0)
        {
            return;
        }

        foreach (string name in FindMissing([.. _unseen], NameList.Campaigns, _sources.Select(static one => one.Connection)))
        {
            Say(() => WriteFailure(NotFound(nameof(Campaign), name), name));
        }
    }

    private void Say(Action write)
    {
        if (HoldsMessages)
        {
            _held.Add(write);
        }
        else
        {
            write();
        }
    }
}
