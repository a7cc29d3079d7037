using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Reads everything that one dialer knows about a lead or a number. A request that fails becomes a gap.</summary>
public sealed class TimelineReader
{
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly CancellationToken _cancellation;
    private readonly List<TimelineItem> _items = [];
    private bool _isAway;

    /// <summary>Begins with no entries.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public TimelineReader(DialerClient client, IAttemptListener? log, CancellationToken cancellationToken)
    {
        _client = client;
        _log = log;
        _cancellation = cancellationToken;
    }

    /// <summary>The numbers of the lead on this dialer.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];

    /// <summary>Reads a timeline.</summary>
    /// <param name="query">Whose timeline, and which kinds.</param>
    /// <param name="needsNumbers">Whether to read the numbers of a lead even if its calls are not needed.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(TimelineQuery query, bool needsNumbers = false)
    {
        string[] numbers = query.PhoneNumber is null ? [] : [query.PhoneNumber];
        long[] leads = query.LeadId is { } known ? [known] : [];
        if (query.LeadId is { } lead && query.PhoneNumber is null && (query.WantsCalls || needsNumbers))
        {
            numbers = await FindNumbersAsync(lead).ConfigureAwait(false);
        }
        else if (query.LeadId is null && query.WantsLeads)
        {
            leads = await FindLeadsAsync(query.PhoneNumber!).ConfigureAwait(false);
        }

        Numbers = numbers;
        foreach (string number in numbers)
        {
            await ReadCallsAsync(query, TimelineKind.CallOut, "OUT", number).ConfigureAwait(false);
            await ReadCallsAsync(query, TimelineKind.CallIn, "IN", number).ConfigureAwait(false);
        }

        foreach (long id in leads)
        {
            await ReadRecordingsAsync(query, id).ConfigureAwait(false);
            await ReadCallbacksAsync(query, id).ConfigureAwait(false);
        }

        return _items;
    }

    /// <summary>Reads the timelines of numbers that a lead has on another dialer.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="kinds">The kinds of entries.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(IEnumerable<string> numbers, IReadOnlyCollection<TimelineKind> kinds)
    {
        foreach (string number in numbers)
        {
            await ReadAsync(new TimelineQuery(null, number, kinds)).ConfigureAwait(false);
        }

        return _items;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static ApiRequest Request(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));

    private async Task<string[]> FindNumbersAsync(long lead)
    {
        (List<Lead> found, DialerException? failure) = await ReadAllAsync<Lead>(Request("lead_all_info").Add("lead_id", Number(lead)))
            .ConfigureAwait(false);
        string[] numbers = found
            .SelectMany(static one => new[] { one.PhoneNumber, one.AltPhone })
            .Where(TimelineQuery.IsSearchable)
            .Distinct()
            .ToArray();
        if (failure is not null || numbers.Length == 0)
        {
            AddGap(
                "Calls",
                failure ?? new DialerException("LeadNotFound", DialerErrorKind.NotFound, "the lead has no telephone number here."),
                lead,
                null
            );
        }

        return numbers;
    }

    private async Task<long[]> FindLeadsAsync(string number)
    {
        (List<LeadMatch> matches, DialerException? failure) = await ReadAllAsync<LeadMatch>(Request("lead_search").Add("phone_number", number))
            .ConfigureAwait(false);
        if (failure is null)
        {
            return matches.Select(static match => match.LeadId).OfType<long>().Distinct().ToArray();
        }

        if (!_isAway && failure.Kind is DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            // Another function finds leads by their number, with other rights and on other releases.
            (List<Lead> leads, DialerException? second) = await ReadAllAsync<Lead>(Request("lead_all_info").Add("phone_number", number))
                .ConfigureAwait(false);
            if (second is null || second.Kind == DialerErrorKind.NotFound)
            {
                return leads.Select(static one => one.LeadId).OfType<long>().Distinct().ToArray();
            }
        }

        AddGap("Recordings and callbacks", failure, null, number);
        return matches.Select(static match => match.LeadId).OfType<long>().Distinct().ToArray();
    }

    private async Task ReadCallsAsync(TimelineQuery query, TimelineKind kind, string direction, string number)
    {
        if (!query.Kinds.Contains(kind))
        {
            return;
        }

        (List<PhoneCall> calls, DialerException? failure) = await ReadAllAsync<PhoneCall>(
                Request("phone_number_log").Add("phone_number", number).Add("type", direction)
            )
            .ConfigureAwait(false);
        foreach (PhoneCall call in calls)
        {
            Add(call, call.CallTime, new TimelineEntry
            {
                Kind = kind,
                Who = call.User,
                Status = call.CallStatus,
                Length = call.Duration,
                PhoneNumber = call.PhoneNumber,
                Detail = call.HangupReason.Length == 0 ? string.Empty : $"ended by {call.HangupReason}",
            });
        }

        AddGap(kind == TimelineKind.CallOut ? "Calls out" : "Calls in", failure, null, number);
    }

    private async Task ReadRecordingsAsync(TimelineQuery query, long lead)
    {
        if (!query.Kinds.Contains(TimelineKind.Recording))
        {
            return;
        }

        (List<Recording> recordings, DialerException? failure) = await ReadAllAsync<Recording>(
                Request("recording_lookup").Add("lead_id", Number(lead)).Add("duration", "Y")
            )
            .ConfigureAwait(false);
        foreach (Recording recording in recordings)
        {
            Add(recording, recording.StartTime, new TimelineEntry
            {
                Kind = TimelineKind.Recording,
                Who = recording.User,
                Length = recording.Duration,
                LeadId = recording.LeadId,
                PhoneNumber = query.PhoneNumber,
                Detail = recording.Location?.OriginalString ?? "not filed yet",
            });
        }

        AddGap("Recordings", failure, lead, null);
    }

    private async Task ReadCallbacksAsync(TimelineQuery query, long lead)
    {
        if (!query.Kinds.Contains(TimelineKind.Callback))
        {
            return;
        }

        (List<Callback> callbacks, DialerException? failure) = await ReadAllAsync<Callback>(
                Request("lead_callback_info").Add("lead_id", Number(lead)).Add("search_location", "ALL")
            )
            .ConfigureAwait(false);
        foreach (Callback callback in callbacks)
        {
            Add(callback, callback.CallbackTime, new TimelineEntry
            {
                Kind = TimelineKind.Callback,
                Who = callback.User,
                Status = callback.CallbackStatus,
                LeadId = callback.LeadId,
                PhoneNumber = query.PhoneNumber,
                Detail = callback.Comments,
            });
        }

        AddGap("Callbacks", failure, lead, null);
    }

    /// <summary>Reads all records of a response, and keeps those that came before a failure.</summary>
    private async Task<(List<T> Records, DialerException? Failure)> ReadAllAsync<T>(ApiRequest request)
        where T : DialerRecord, new()
    {
        var records = new List<T>();
        if (_isAway)
        {
            return (records, null);
        }

        DialerException? failure = null;
        try
        {
            using RecordReader<T> reader = await _client.QueryAsync<T>(request, _log, _cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(_cancellation).ConfigureAwait(false) is { } batch)
            {
                records.AddRange(batch.Records);
                failure ??= batch.Problems.Count > 0 ? batch.Problems[0] : null;
            }
        }
        catch (DialerException caught)
        {
            failure = caught;
        }

        if (failure is null && request.Function.RowLimit is { } limit && records.Count >= limit)
        {
            failure = new DialerException("ResultTruncated", DialerErrorKind.Limit, $"the dialer gives the first {limit} only.");
        }

        return (records, failure);
    }

    private void Add(DialerRecord record, DateTime? time, TimelineEntry entry)
    {
        entry.Record = record;
        entry.Time = time;
        entry.ConnectionName = _client.Name;
        DateTime moment =
            time is { } at && at - DateTime.MinValue > TimeSpan.FromDays(2) ? at - (_client.Versions.UtcOffset ?? TimeSpan.Zero) : DateTime.MinValue;
        _items.Add(new TimelineItem(entry, moment, null));
    }

    private void AddGap(string what, DialerException? failure, long? lead, string? number)
    {
        if (failure is null || _isAway)
        {
            return;
        }

        // A dialer that is not reachable, or that refuses the login, gets no more requests. So the timeline has one gap for it, not one for each
        // request.
        _isAway = failure.EndsConnection || failure.Kind is DialerErrorKind.Transport or DialerErrorKind.Timeout;
        var gap = new TimelineEntry
        {
            Kind = TimelineKind.Gap,
            Status = failure.ErrorId,
            LeadId = lead,
            PhoneNumber = number,
            ConnectionName = _client.Name,
            Detail = $"{(_isAway ? $"{what} and all that follows" : what)}: {failure.Cause}",
        };
        _items.Add(new TimelineItem(gap, DateTime.MaxValue, _isAway ? failure.At(_client.Name) : null));
    }
}
