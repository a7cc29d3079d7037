using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Slicing;

/// <summary>
/// Recordings. The dialer returns only the first 100,000 in order of time. The rest is requested day by day, from the day of the last one.
/// </summary>
public sealed class RecordingSlices : Slices<Recording>
{
    private const string Day = "date";
    private readonly DateTime _today;
    private readonly HashSet<long> _ofLastDay = [];
    private Recording? _last;
    private bool _isSorted = true;

    /// <summary>Creates the query.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="today">The current date of the dialer, after which there are no recordings.</param>
    public RecordingSlices(IEnumerable<ApiRequest> requests, DateTime today)
        : base(requests) => _today = today.Date;

    /// <inheritdoc/>
    public override IReadOnlyList<Recording> Take(IReadOnlyList<Recording> records)
    {
        base.Take(records);
        var unseen = new List<Recording>(records.Count);
        foreach (Recording record in records)
        {
            bool sameDay = _last is not null && record.StartTime?.Date == _last.StartTime?.Date;
            if (!sameDay)
            {
                _ofLastDay.Clear();
            }

            if (record.RecordingId is { } id && !_ofLastDay.Add(id))
            {
                continue;
            }

            _isSorted &= _last is null || record.StartTime >= _last.StartTime;
            _last = record;
            unseen.Add(record);
        }

        return unseen;
    }

    /// <inheritdoc/>
    private protected override void Begin()
    {
        _last = null;
        _isSorted = true;
        _ofLastDay.Clear();
    }

    /// <inheritdoc/>
    private protected override void Continue(ApiRequest request, int limit)
    {
        if (request.Find(Day) is not null || !_isSorted || _last?.StartTime is not { } reached)
        {
            ReportCut(request, limit);
            return;
        }

        for (DateTime day = reached.Date; day <= _today; day = day.AddDays(1))
        {
            Ask(request.Copy().Add(Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
    }
}
