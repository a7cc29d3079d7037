using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Finds out what a change would destroy, for the confirmation prompt. If the account may not request that, or the dialer does not report it, the
/// result is null.
/// </summary>
public sealed class LossEstimate
{
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;

    /// <summary>Makes an estimate for one dialer.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public LossEstimate(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
    }

    /// <summary>A list with the number of its leads; null if it is unknown.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="archived">Whether the leads of the archive count.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<LeadList?> FindListAsync(string listId, bool archived, CancellationToken cancellationToken)
    {
        ApiRequest question = Question("list_info").Add("list_id", listId).Add("leads_counts", "Y");
        return FirstAsync<LeadList>(archived ? question.Add("archived_lead", "Y") : question, cancellationToken);
    }

    /// <summary>A user; null if unknown.</summary>
    /// <param name="user">The account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<UserAccount?> FindUserAsync(string user, CancellationToken cancellationToken)
        => FirstAsync<UserAccount>(Question("user_details").Add("agent_user", user), cancellationToken);

    /// <summary>How many leads are in the hopper of a campaign; null if it is unknown.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int?> CountHopperAsync(string campaignId, CancellationToken cancellationToken)
    {
        int count = 0;
        bool isKnown = await ReadAsync<HopperLead>(Question("hopper_list").Add("campaign_id", campaignId), _ => count++, cancellationToken)
            .ConfigureAwait(false);
        return isKnown ? count : null;
    }

    /// <summary>A lead; null if it is not known.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Lead?> FindLeadAsync(string leadId, CancellationToken cancellationToken)
        => FirstAsync<Lead>(Question("lead_all_info").Add("lead_id", leadId), cancellationToken);

    /// <summary>How many callbacks a lead has; null if it is not known.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int?> CountCallbacksAsync(string leadId, CancellationToken cancellationToken)
    {
        int count = 0;
        ApiRequest question = Question("lead_callback_info").Add("lead_id", leadId).Add("search_location", "ALL");
        return await ReadAsync<Callback>(question, _ => count++, cancellationToken).ConfigureAwait(false) ? count : null;
    }

    /// <summary>How many caller IDs a group has for an area code; null if it is not known.</summary>
    /// <param name="group">The caller ID group.</param>
    /// <param name="areaCode">The area code, or the word for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int?> CountCallerIdsAsync(string group, string areaCode, CancellationToken cancellationToken)
    {
        int count = 0;
        ApiRequest question = Question("update_cid_group_entry").Add("stage", "INFO").Add("cid_group_id", group).Add("areacode", areaCode);
        return await ReadAsync<CidGroupEntry>(question, _ => count++, cancellationToken).ConfigureAwait(false) ? count : null;
    }

    /// <summary>A transfer preset; null if it is not known.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="name">The name of the preset.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TransferPreset?> FindPresetAsync(string campaignId, string name, CancellationToken cancellationToken)
    {
        TransferPreset? found = null;
        ApiRequest question = Question("update_presets").Add("action", "LIST").Add("campaign_id", campaignId);
        await ReadAsync<TransferPreset>(question, preset => found = preset.PresetName == name ? preset : found, cancellationToken)
            .ConfigureAwait(false);
        return found;
    }

    private static ApiRequest Question(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));

    private async Task<T?> FirstAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : DialerRecord, new()
    {
        T? first = null;
        await ReadAsync<T>(request, record => first ??= record, cancellationToken).ConfigureAwait(false);
        return first;
    }

    private async Task<bool> ReadAsync<T>(ApiRequest request, Action<T> take, CancellationToken cancellationToken)
        where T : DialerRecord, new()
    {
        try
        {
            foreach (T record in await AllRecords.ReadAsync<T>(_client, request, _log, cancellationToken).ConfigureAwait(false))
            {
                take(record);
            }

            return true;
        }
        catch (DialerException failure) when (!failure.EndsConnection)
        {
            return false;
        }
    }
}
