using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Floor;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Floor;

/// <summary>Polls the roster of one dialer.</summary>
internal sealed class RosterSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The time that one failing request can last, including its retries.
    private static readonly TimeSpan LeastShortGap = TimeSpan.FromMinutes(2);
    private readonly ApiRequest _request;
    private readonly PollSchedule _schedule;
    private readonly TimeSpan _interval;
    private readonly DateTimeOffset _begun;
    private readonly IAttemptListener? _log;
    private readonly HashSet<string> _toldOf = new(StringComparer.Ordinal);

    public RosterSource(VicidialConnection connection, ApiRequest request, TimeSpan interval, FloorLimits? limits, IAttemptListener? log)
    {
        Connection = connection;
        _request = request;
        _interval = interval;
        _begun = connection.Client.Time.UtcNow;
        _schedule = new PollSchedule(interval);
        _log = log;
        Tracker = new FloorTracker(connection.Name, limits, TimeSpan.FromTicks(Math.Max(interval.Ticks * 3, LeastShortGap.Ticks)));
    }

    public VicidialConnection Connection { get; }

    public FloorTracker Tracker { get; }

    /// <summary>When the dialer last returned a roster, or null.</summary>
    public DateTimeOffset? LastHeard { get; private set; }

    /// <summary>Since when the dialer has not responded, or null if it does.</summary>
    public DateTimeOffset? AwaySince { get; private set; }

    /// <summary>Why polling has ended, or null while it continues.</summary>
    public DialerException? End { get; private set; }

    /// <summary>Whether polling has ended.</summary>
    public bool HasEnded => End is not null;

    /// <summary>How many rows of the last roster could not be read.</summary>
    public int UnreadableRows { get; private set; }

    /// <summary>
    /// Since when the roster has been outdated, or null. A dialer that hangs has not failed yet, but returns no roster either.
    /// </summary>
    public DateTimeOffset? SilentSince(DateTimeOffset now)
    {
        if (AwaySince is not null)
        {
            return AwaySince;
        }

        DateTimeOffset heard = LastHeard ?? _begun;
        return now - heard > _interval + Patience ? heard : null;
    }

    /// <summary>Waits until the next poll is due, and requests the roster.</summary>
    public async Task<RosterPoll> PollAsync(CancellationToken cancellationToken)
    {
        DialerClient client = Connection.Client;
        TimeSpan wait = _schedule.NextWait(client.Time.UtcNow);
        if (wait > TimeSpan.Zero)
        {
            await client.Time.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        var agents = new List<LoggedInAgent>();
        var problems = new List<DialerException>();
        DialerException? failure = null;
        DateTimeOffset requested = client.Time.UtcNow;
        try
        {
            using RecordReader<LoggedInAgent> reader = await client
                .QueryAsync<LoggedInAgent>(_request.Copy(), _log, cancellationToken)
                .ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                agents.AddRange(batch.Records);
                problems.AddRange(batch.Problems);
            }

            failure = problems.FirstOrDefault(static problem => problem.Row is null);
        }
        catch (DialerException caught)
        {
            failure = caught;
        }

        return new RosterPoll(agents, problems, failure, requested, client.Time.UtcNow);
    }

    /// <summary>Processes the result of a poll.</summary>
    /// <returns>The changes, and a message about the dialer or null.</returns>
    public (IReadOnlyList<FloorEvent> Events, string? Notice) Take(RosterPoll poll)
    {
        if (poll.Failure is { } failure)
        {
            Tracker.Miss();
            End =
                failure.EndsConnection
                || failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld or DialerErrorKind.InvalidArgument or DialerErrorKind.NotFound
                    ? failure
                    : null;
            bool isNew = AwaySince is null && !HasEnded;
            AwaySince ??= poll.Time;
            return ([], isNew ? $"The dialer {Connection.Name} did not return its roster. Polling continues. {failure.Cause}" : null);
        }

        string? notice = AwaySince is { } since
            ? $"The dialer {Connection.Name} returns its roster again, after {poll.Time - since:hh\\:mm\\:ss}."
            : null;
        AwaySince = null;
        LastHeard = poll.Time;
        UnreadableRows = poll.Unreadable.Count;
        IEnumerable<UnreadableRow> unreadable = poll.Unreadable.Select(static problem => problem.Row).OfType<UnreadableRow>();
        return (Tracker.Take(poll.Agents, poll.Time, unreadable, poll.Requested), notice);
    }

    /// <summary>The unreadable rows that were not reported yet.</summary>
    public IEnumerable<DialerException> TakeNewProblems(RosterPoll poll)
    {
        // The status in such a row changes while its defect stays, so each poll has a new text. A few texts are enough.
        const int Most = 20;
        return poll
            .Unreadable.Where(static problem => problem.Row is not null)
            .Where(problem => _toldOf.Count < Most && _toldOf.Add(problem.Row!.Text));
    }
}
