using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Checks whether an entry exists before it is changed or removed. If it does not exist, the dialer would use the only entry that exists instead.
/// </summary>
public static class ExistingEntry
{
    private const string List = "LIST";
    private const string Campaign = "campaign_id";
    private const string UrlId = "alt_url_id";

    /// <summary>Looks for the transfer preset that a request changes or removes.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="change">The request.</param>
    /// <param name="what">The action, for the message.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="DialerException">The entry does not exist.</exception>
    public static Task RequirePresetAsync(
        DialerClient client,
        ApiRequest change,
        string what,
        IAttemptListener? log,
        CancellationToken cancellationToken
    ) =>
        RequireAsync<TransferPreset>(
            client,
            Ask(change, Campaign).Add("action", List),
            preset => preset.PresetName == change.Find("preset_name"),
            what,
            log,
            cancellationToken
        );

    /// <summary>Looks for the alternate URL that a request changes.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="change">The request.</param>
    /// <param name="what">The action, for the message.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="DialerException">The entry does not exist.</exception>
    public static Task RequireAlternateUrlAsync(
        DialerClient client,
        ApiRequest change,
        string what,
        IAttemptListener? log,
        CancellationToken cancellationToken
    ) =>
        RequireAsync<AlternateUrl>(
            client,
            Ask(change, Campaign, "entry_type", "url_type").Add(UrlId, List),
            url => Convert.ToString(url.AlternateUrlId, CultureInfo.InvariantCulture) == change.Find(UrlId),
            what,
            log,
            cancellationToken
        );

    private static ApiRequest Ask(ApiRequest change, params string[] fields)
    {
        var question = new ApiRequest(change.Function);
        foreach (string field in fields)
        {
            question.Add(field, change.Find(field)!);
        }

        return question;
    }

    private static async Task RequireAsync<TEntry>(
        DialerClient client,
        ApiRequest question,
        Func<TEntry, bool> isMeant,
        string what,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
        where TEntry : DialerRecord, new()
    {
        (IReadOnlyList<TEntry> entries, DialerException? problem) = await AllRecords
            .ReadSomeAsync<TEntry>(client, question, log, cancellationToken)
            .ConfigureAwait(false);
        if (entries.Any(isMeant))
        {
            return;
        }

        throw problem ?? new DialerException(
            "EntryNotFound",
            DialerErrorKind.NotFound,
            $"{what}: there is no such entry. Nothing was changed, because the dialer would have used the only existing entry instead."
        );
    }
}
