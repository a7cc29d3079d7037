using System.Collections.Concurrent;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Checks whether campaigns exist, once for each name.</summary>
public sealed class CampaignNames
{
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly ConcurrentDictionary<string, Task<string?>> _asked = new(StringComparer.Ordinal);

    /// <summary>Begins with no names.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public CampaignNames(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
    }

    /// <summary>Finds a campaign without regard to case, as the dialer compares.</summary>
    /// <param name="campaign">The name.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The name as the dialer writes it; null if the campaign does not exist or the account may not see it.</returns>
    /// <exception cref="DialerException">The request failed.</exception>
    public async Task<string?> FindAsync(string campaign, CancellationToken cancellationToken)
    {
        try
        {
            return await _asked.GetOrAdd(campaign, name => ReadAsync(name, cancellationToken)).ConfigureAwait(false);
        }
        catch (DialerException)
        {
            // The next row tries again, because it may get a response.
            _asked.TryRemove(campaign, out _);
            throw;
        }
    }

    private async Task<string?> ReadAsync(string campaign, CancellationToken cancellationToken)
    {
        ApiRequest ask = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "campaigns_list")).Add("campaign_id", campaign);
        (IReadOnlyList<Campaign> found, DialerException? problem) = await AllRecords
            .ReadSomeAsync<Campaign>(_client, ask, _log, cancellationToken)
            .ConfigureAwait(false);
        return
            found.FirstOrDefault(one => string.Equals(one.CampaignId, campaign, StringComparison.OrdinalIgnoreCase)) is { } known ? known.CampaignId
            : problem is null ? null
            : throw problem;
    }
}
