using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Requests;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Timeline;

/// <summary>Asks one dialer for all that it knows of a lead or a number. What it cannot be asked becomes a gap.</summary>
internal sealed class TimelineReader
{
    private readonly VicidialConnection _connection;
    private readonly IAttemptListener? _log;
    private readonly CancellationToken _cancellation;
    private readonly List<TimelineEntry> _entries = [];
    private bool _isAway;

    public TimelineReader(VicidialConnection connection, IAttemptListener? log, CancellationToken cancellation)
    {
        _connection = connection;
        _log = log;
        _cancellation = cancellation;
    }

    /// <summary>The numbers of the lead that was asked for, as this dialer tells them.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];

    /// <summary>Asks. What a reader found before is among what it gives.</summary>
    /// <param name="question">Of whom, and what.</param>
    /// <param name="needsNumbers">Whether the numbers of a lead are wanted although no requests are.</param>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, bool needsNumbers = false)
    {
        string[] numbers = question.PhoneNumber is null ? [] : [question.PhoneNumber];
        long[] leads = question.LeadId is { } known ? [known] : [];
        if (question.LeadId is { } lead && question.PhoneNumber is null && (question.WantsCalls || needsNumbers))
        {
            numbers = await FindNumbersAsync(lead).ConfigureAwait(false);
        }
        else if (question.LeadId is null && question.WantsOfLead)
        {
            leads = await FindLeadsAsync(question.PhoneNumber!).ConfigureAwait(false);
        }

        Numbers = numbers;
        foreach (string number in numbers)
        {
            await ReadCallsAsync(question, TimelineKind.CallOut, "OUT", number).ConfigureAwait(false);
            await ReadCallsAsync(question, TimelineKind.CallIn, "IN", number).ConfigureAwait(false);
        }

        foreach (long id in leads)
        {
            await ReadRecordingsAsync(question, id).ConfigureAwait(false);
            await ReadCallbacksAsync(question, id).ConfigureAwait(false);
        }

        return _entries;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static ApiRequest Call(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));

    private async Task<string[]> FindNumbersAsync(long lead)
    {
        (List<Lead> found, DialerException? failure) = await AskAsync<Lead>(Call("lead_all_info").Add("lead_id", Number(lead))).ConfigureAwait(false);
        string[] numbers = found.SelectMany(static one => new[] { one.PhoneNumber, one.AltPhone }).Where(IsNumber).Distinct().ToArray();
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
        (List<LeadMatch> matches, DialerException? failure) = await AskAsync<LeadMatch>(Call("lead_search").Add("phone_number", number))
            .ConfigureAwait(false);
        if (failure is null)
        {
            return matches.Select(static match => match.LeadId).OfType<long>().Distinct().ToArray();
        }

        if (!_isAway && failure.Kind is DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            // Another function finds leads by their number, with other rights and on other releases.
            (List<Lead> leads, DialerException? second) = await AskAsync<Lead>(Call("lead_all_info").Add("phone_number", number))
                .ConfigureAwait(false);
            if (second is null || second.Kind == DialerErrorKind.NotFound)
            {
                return leads.Select(static one => one.LeadId).OfType<long>().Distinct().ToArray();
            }
        }

        AddGap("Recordings and callbacks", failure, null, number);
        return matches.Select(static match => match.LeadId).OfType<long>().Distinct().ToArray();
    }

    private async Task ReadCallsAsync(TimelineQuestion question, TimelineKind kind, string direction, string number)
    {
        if (!question.Kinds.Contains(kind))
        {
            return;
        }

        (List<PhoneCall> calls, DialerException? failure) = await AskAsync<PhoneCall>(
                Call("phone_number_log").Add("phone_number", number).Add("type", direction)
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

    private async Task ReadRecordingsAsync(TimelineQuestion question, long lead)
    {
        if (!question.Kinds.Contains(TimelineKind.Recording))
        {
            return;
        }

        (List<Recording> recordings, DialerException? failure) = await AskAsync<Recording>(
                Call("recording_lookup").Add("lead_id", Number(lead)).Add("duration", "Y")
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
                PhoneNumber = question.PhoneNumber,
                Detail = recording.Location?.OriginalString ?? "not filed yet",
            });
        }

        AddGap("Recordings", failure, lead, null);
    }

    private async Task ReadCallbacksAsync(TimelineQuestion question, long lead)
    {
        if (!question.Kinds.Contains(TimelineKind.Callback))
        {
            return;
        }

        (List<Callback> callbacks, DialerException? failure) = await AskAsync<Callback>(
                Call("lead_callback_info").Add("lead_id", Number(lead)).Add("search_location", "ALL")
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
                PhoneNumber = question.PhoneNumber,
                Detail = callback.Comments,
            });
        }

        AddGap("Callbacks", failure, lead, null);
    }

    /// <summary>Asks a question; what came before a failure is worth having.</summary>
    private async Task<(List<T> Records, DialerException? Failure)> AskAsync<T>(ApiRequest call)
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
            using RecordReader<T> reader = await _connection.Client.QueryAsync<T>(call, _log, _cancellation).ConfigureAwait(false);
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

        if (failure is null && call.Function.RowLimit is { } limit && records.Count >= limit)
        {
            failure = new DialerException("ResultTruncated", DialerErrorKind.Limit, $"the dialer gives the first {limit} only.");
        }

        return (records, failure);
    }

    private static bool IsNumber(string text) => text.Length >= GetTimelineCommand.ShortestNumber && text.All(static c => c is >= '0' and <= '9');

    private void Add(DialerRecord record, DateTime? time, TimelineEntry entry)
    {
        entry.Record = record;
        entry.Time = time;
        entry.ConnectionName = _connection.Name;
        entry.Moment =
            time is { } at && at - DateTime.MinValue > TimeSpan.FromDays(2) ? at - (_connection.UtcOffset ?? TimeSpan.Zero) : DateTime.MinValue;
        _entries.Add(entry);
    }

    private void AddGap(string what, DialerException? failure, long? lead, string? number)
    {
        if (failure is null || _isAway)
        {
            return;
        }

        // A dialer that is away, or refuses the login, is asked no more: one gap tells of all.
        _isAway = failure.EndsConnection || failure.Kind is DialerErrorKind.Transport or DialerErrorKind.Timeout;
        _entries.Add(new TimelineEntry
        {
            Kind = TimelineKind.Gap,
            Status = failure.ErrorId,
            LeadId = lead,
            PhoneNumber = number,
            ConnectionName = _connection.Name,
            Failure = _isAway ? failure.At(_connection.Name) : null,
            Detail = $"{(_isAway ? $"{what} and all that follows" : what)}: {failure.Cause}",
        });
    }
}
