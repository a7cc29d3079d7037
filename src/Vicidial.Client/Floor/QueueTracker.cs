using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.InGroups;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Floor;

/// <summary>
/// Follows the calls that wait for an agent and the calls dropped today. A figure that the account may not read, or that the dialer does not
/// have, is null and is not requested again.
/// </summary>
public sealed class QueueTracker
{
    private const string DropStatus = "DROP";
    private static readonly TimeSpan SlowInterval = TimeSpan.FromMinutes(1);
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly IReadOnlyCollection<string> _namedInGroups;
    private readonly IReadOnlyCollection<string> _campaigns;
    private readonly bool _hasInGroups;
    private volatile QueueStatus _status = new();
    private string? _inGroups;
    private bool _waitingIsOver;
    private bool _dropsAreOver;
    private DateTimeOffset? _nextSlow;

    /// <summary>Follows one dialer.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="inGroups">The in-groups to count. An empty list means all, unless campaigns are named, because the API does not report the
    /// in-groups of campaigns.</param>
    /// <param name="campaigns">The campaigns whose drops count; none for all.</param>
    /// <param name="log">The log, or null.</param>
    public QueueTracker(DialerClient client, IReadOnlyCollection<string>? inGroups, IReadOnlyCollection<string>? campaigns, IAttemptListener? log)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
        _namedInGroups = inGroups ?? [];
        _campaigns = campaigns ?? [];
        _hasInGroups = _namedInGroups.Count > 0 || _campaigns.Count == 0;
        _log = log;
    }

    /// <summary>The figures of the last request. Can be read while a request is in progress.</summary>
    public QueueStatus Status => _status;

    /// <summary>Requests the figures. The drops are requested once a minute.</summary>
    /// <param name="cancellationToken">Ends the requests.</param>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        bool isSlowDue = _nextSlow is not { } due || _client.Time.UtcNow >= due;
        if (isSlowDue)
        {
            _nextSlow = _client.Time.UtcNow + SlowInterval;
        }

        if (_hasInGroups && !_waitingIsOver)
        {
            (int? waiting, _waitingIsOver) = await TryAsync(() => CountWaitingAsync(isSlowDue, cancellationToken)).ConfigureAwait(false);
            _status = _status.WithWaiting(waiting, _client.Time.UtcNow);
        }

        if (isSlowDue && !_dropsAreOver)
        {
            (int? drops, _dropsAreOver) = await TryAsync(() => CountDropsAsync(cancellationToken)).ConfigureAwait(false);
            _status = _status.WithDrops(drops);
        }
    }

    private static async Task<(int? Count, bool IsOver)> TryAsync(Func<Task<int?>> count)
    {
        try
        {
            return (await count().ConfigureAwait(false), false);
        }
        catch (DialerException failure)
        {
            bool isOver =
                failure.EndsConnection
                || failure.Kind
                    is DialerErrorKind.Permission
                        or DialerErrorKind.TooOld
                        or DialerErrorKind.InvalidArgument
                        or DialerErrorKind.NotFound;
            return (null, isOver);
        }
    }

    private async Task<int?> CountWaitingAsync(bool isSlowDue, CancellationToken cancellationToken)
    {
        if (_namedInGroups.Count > 0)
        {
            _inGroups = string.Join("|", _namedInGroups);
        }
        else if (isSlowDue || _inGroups is null)
        {
            InGroup[] all = await ReadAsync<InGroup>(new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "ingroup_list")), cancellationToken)
                .ConfigureAwait(false);
            _inGroups = string.Join("|", all.Select(static group => group.InGroupId));
        }

        if (_inGroups.Length == 0)
        {
            return null;
        }

        ApiRequest status = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "in_group_status")).Add("in_groups", _inGroups);
        InGroupStatus[] rows = await ReadAsync<InGroupStatus>(status, cancellationToken).ConfigureAwait(false);
        return rows.Length == 0 || rows.Any(static row => row.CallsWaiting is null) ? null : rows.Sum(static row => row.CallsWaiting);
    }

    private async Task<int?> CountDropsAsync(CancellationToken cancellationToken)
    {
        string campaigns = _campaigns.Count > 0 ? string.Join("-", _campaigns) : "ALLCAMPAIGNS";
        ApiRequest drops = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "call_status_stats"))
            .Add("campaigns", campaigns)
            .Add("statuses", DropStatus);
        CallStatistic[] rows = await ReadAsync<CallStatistic>(drops, cancellationToken).ConfigureAwait(false);
        return rows.Where(static row => row.Status == DropStatus).Sum(static row => row.Calls ?? 0);
    }

    private async Task<T[]> ReadAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : DialerRecord, new()
    {
        return (await AllRecords.ReadAsync<T>(_client, request, _log, cancellationToken).ConfigureAwait(false)).ToArray();
    }
}
