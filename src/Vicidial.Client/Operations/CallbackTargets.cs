using System.Collections.Concurrent;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Checks, once for each name, whether the campaign and user of a callback exist. If they do not, the dialer leaves a new lead in the status CBHOLD;
/// when it changes a callback, it stores any name.
/// </summary>
public sealed class CallbackTargets
{
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly CampaignNames _campaigns;
    private readonly ConcurrentDictionary<string, Task<bool>> _users = new(StringComparer.Ordinal);

    /// <summary>Begins with no names.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public CallbackTargets(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
        _campaigns = new CampaignNames(client, log);
    }

    /// <summary>Rejects a campaign or user that does not exist.</summary>
    /// <param name="campaign">The campaign; null or empty if the callback keeps its own.</param>
    /// <param name="user">The user who gets the callback; null or empty if there is none.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">The campaign or user does not exist.</exception>
    public async Task CheckAsync(string? campaign, string? user, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(campaign) && !await HasCampaignAsync(campaign!, cancellationToken).ConfigureAwait(false))
        {
            throw Missing("CallbackCampaignNotFound", "campaign", campaign!);
        }

        if (!string.IsNullOrEmpty(user) && !await FindUserAsync(user!, cancellationToken).ConfigureAwait(false))
        {
            throw Missing("CallbackUserNotFound", "user", user!);
        }
    }

    private static DialerException Missing(string errorId, string what, string name) =>
        new(
            errorId,
            DialerErrorKind.NotFound,
            $"The {what} {name} does not exist, or the account may not see it. The dialer would not store the callback, or no agent would get it."
        );

    // If the account may not check, or the dialer is too old, the dialer decides.
    private static bool IsUnanswered(DialerException failure) => failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld;

    private async Task<bool> HasCampaignAsync(string campaign, CancellationToken cancellationToken)
    {
        try
        {
            return await _campaigns.FindAsync(campaign, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (DialerException failure) when (IsUnanswered(failure))
        {
            return true;
        }
    }

    private async Task<bool> FindUserAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            return await _users.GetOrAdd(user, name => HasUserAsync(name, cancellationToken)).ConfigureAwait(false);
        }
        catch (DialerException)
        {
            // The next row tries again, because it may get a response.
            _users.TryRemove(user, out _);
            throw;
        }
    }

    private async Task<bool> HasUserAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest ask = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "user_details")).Add("agent_user", user);
            return (await AllRecords.ReadAsync<UserAccount>(_client, ask, _log, cancellationToken).ConfigureAwait(false)).Count > 0;
        }
        catch (DialerException failure) when (IsUnanswered(failure))
        {
            return true;
        }
        catch (DialerException failure) when (failure.Kind == DialerErrorKind.NotFound)
        {
            return false;
        }
    }
}
