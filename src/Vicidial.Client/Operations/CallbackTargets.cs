using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Looks up, once for each name, whether the campaign and the user of a callback are there. The dialer leaves a new lead in the status
/// CBHOLD if they are not, and stores any name when it changes a callback.
/// </summary>
public sealed class CallbackTargets
{
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly CampaignNames _campaigns;
    private readonly ConcurrentDictionary<string, Task<bool>> _users = new(StringComparer.Ordinal);

    /// <summary>Begins with no names.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is told of every attempt, or null.</param>
    public CallbackTargets(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
        _campaigns = new CampaignNames(client, log);
    }

    /// <summary>Rejects a campaign or user that is not there.</summary>
    /// <param name="campaign">The campaign; null or empty if the callback keeps its own.</param>
    /// <param name="user">The user that the callback is for; null or empty if there is none.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">One of them is not there.</exception>
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

    // Who may not ask, or asks an old dialer, leaves the decision to the dialer.
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
            // The next row may get an answer.
            _users.TryRemove(user, out _);
            throw;
        }
    }

    private async Task<bool> HasUserAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest ask = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "user_details")).Add("agent_user", user);
            using RecordReader<UserAccount> reader = await _client.QueryAsync<UserAccount>(ask, _log, cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records.Count: > 0 };
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
