using System.Collections.Concurrent;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Leads;

/// <summary>
/// The labels of the custom fields of lists, requested once for each list. The dialer accepts an unknown label, does not store its value, and
/// responds SUCCESS.
/// </summary>
public sealed class ListLabels
{
    private const string ListField = "list_id";
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly ConcurrentDictionary<string, Task<IReadOnlyCollection<string>?>> _lists = new(StringComparer.Ordinal);

    /// <summary>Begins to know the lists of a dialer.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public ListLabels(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
    }

    /// <summary>
    /// Rejects a request with labels that the list does not have. The other labels get the case that they have in the list, because the dialer
    /// compares case.
    /// </summary>
    /// <param name="listId">The list.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">The list has no such label.</exception>
    public async Task CheckAsync(string listId, ApiRequest request, CancellationToken cancellationToken)
    {
        if (await _lists.GetOrAdd(listId, id => ReadAsync(id, cancellationToken)).ConfigureAwait(false) is not { } known)
        {
            return;
        }

        string[] labels = request.FindUnlisted().Select(static field => field.Key).Where(label => !known.Contains(label)).ToArray();
        foreach (string label in labels)
        {
            if (known.FirstOrDefault(own => string.Equals(own, label, StringComparison.OrdinalIgnoreCase)) is { } own)
            {
                request.Rename(label, own);
            }
        }

        string[] missing = labels.Where(label => !known.Contains(label, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (missing.Length > 0)
        {
            throw new DialerException(
                "CustomFieldNotFound",
                DialerErrorKind.NotFound,
                $"The list {listId} has no custom field {string.Join(", ", missing)}. "
                    + $"{(known.Count == 0 ? "It has none." : $"It has {string.Join(", ", known)}.")}"
            );
        }
    }

    /// <summary>The list whose custom fields a lead has; null if the dialer does not report it.</summary>
    /// <param name="leadId">The lead.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task<string?> FindListAsync(string leadId, CancellationToken cancellationToken)
    {
        string? entry = await ReadFieldAsync(leadId, "entry_list_id", cancellationToken).ConfigureAwait(false);
        return entry is not null && entry.Trim('0').Length > 0
            ? entry
            : await ReadFieldAsync(leadId, ListField, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> ReadFieldAsync(string leadId, string field, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest ask = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "lead_field_info")).Add("lead_id", leadId).Add("field_name", field);
            DialerResponse response = await _client.InvokeAsync(ask, _log, cancellationToken).ConfigureAwait(false);
            return response
                .Lines.Select(static line => line.Raw.Trim())
                .FirstOrDefault(static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        }
        catch (DialerException failure) when (!failure.EndsConnection)
        {
            return null;
        }
    }

    private async Task<IReadOnlyCollection<string>?> ReadAsync(string listId, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest ask = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "list_custom_fields")).Add(ListField, listId);
            using RecordReader<ListCustomField> reader = await _client
                .QueryAsync<ListCustomField>(ask, _log, cancellationToken)
                .ConfigureAwait(false);
            RecordBatch<ListCustomField>? batch = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return batch is { Records.Count: > 0 } ? batch.Records[0].CustomFields : null;
        }
        catch (DialerException failure) when (!failure.EndsConnection)
        {
            // If the account lacks the permission or the dialer lacks the function, the dialer decides.
            return null;
        }
    }
}
