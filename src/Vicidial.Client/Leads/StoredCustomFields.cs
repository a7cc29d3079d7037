using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;

namespace Vicidial.Client.Leads;

/// <summary>
/// Reads back custom fields that were just stored. The dialer has no function that returns their lengths, types, and options. It cuts or replaces a
/// value that does not fit, and responds SUCCESS. After a few values of a form came back unchanged, only longer values are read back.
/// </summary>
public sealed class StoredCustomFields
{
    private const int EnoughOfOneForm = 3;
    private static readonly Regex Letters = new(@"\p{L}+", RegexOptions.CultureInvariant);
    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly ConcurrentDictionary<(string List, string Label, string Form), (int Count, int Length)> _seen = new();
    private readonly ConcurrentDictionary<(string List, string Label), bool> _unreadable = new();
    private string? _doubt;
    private int _doubtsTaken;

    /// <summary>Begins with no field read.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public StoredCustomFields(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
    }

    /// <summary>Finds the values that the dialer has not stored as they were sent.</summary>
    /// <param name="request">The request that stored them.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="listId">The list that has the fields.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The label, the value that was sent, and the one that is stored.</returns>
    public async Task<IReadOnlyList<(string Label, string Value, string Stored)>> FindChangedAsync(
        ApiRequest request,
        long leadId,
        string listId,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<(string Label, string Value, string Stored)>();
        DialerGeneration generation = _client.Versions.GenerationOf(DialerApi.NonAgent);
        foreach (KeyValuePair<string, string> field in request.FindUnlisted())
        {
            (string, string, string) form = (listId, field.Key, Digits.Replace(Letters.Replace(field.Value, "a"), "0"));
            (int Count, int Length) known = _seen.TryGetValue(form, out (int, int) seen) ? seen : default;
            if (
                field.Value.Length == 0
                || _unreadable.ContainsKey((listId, field.Key))
                || (known.Count >= EnoughOfOneForm && known.Length >= field.Value.Length)
                || await ReadAsync(request, leadId, listId, field.Key, cancellationToken).ConfigureAwait(false) is not { } stored
            )
            {
                continue;
            }

            string wanted = field.Value == ApiRequest.BlankToken ? string.Empty : field.Value;
            IReadOnlyList<string> forms = TextRules.Of(request.Function).FindStored(field.Key, wanted, generation, request.Find);
            if (forms.Any(text => text.Trim() == stored))
            {
                _seen.AddOrUpdate(
                    form,
                    (1, field.Value.Length),
                    (_, before) => (before.Count + 1, Math.Max(before.Length, field.Value.Length))
                );
            }
            else
            {
                changed.Add((field.Key, wanted, stored));
            }
        }

        return changed;
    }

    /// <summary>Whether every custom field of a request could be read back, as far as that was tried.</summary>
    /// <param name="request">The request that stored them.</param>
    /// <param name="listId">The list that has the fields.</param>
    public bool AreReadable(ApiRequest request, string listId) =>
        request is null
            ? throw new ArgumentNullException(nameof(request))
            : !request.FindUnlisted().Any(field => _unreadable.ContainsKey((listId, field.Key)));

    /// <summary>Returns, once, why stored values could not be read; otherwise null.</summary>
    public string? TakeDoubt() => _doubt is { } doubt && Interlocked.Exchange(ref _doubtsTaken, 1) == 0 ? doubt : null;

    private async Task<string?> ReadAsync(ApiRequest request, long leadId, string listId, string label, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest ask = request
                .Beside(ApiCatalog.Get(DialerApi.NonAgent, "lead_field_info"))
                .Add("lead_id", leadId.ToString(CultureInfo.InvariantCulture))
                .Add("field_name", label)
                .Add("custom_fields", "Y")
                .Add("list_id", listId);
            DialerResponse response = await _client.InvokeAsync(ask, _log, cancellationToken).ConfigureAwait(false);
            string text = string.Join("\n", response.Lines.Select(static line => line.Raw)).Trim();

            // The dialer shows X characters for what the account may not see.
            return text.Length > 0 && text.All(static c => c == 'X') ? null : text;
        }
        catch (DialerException failure) when (!failure.EndsConnection)
        {
            // The change itself was made. If the account may not read, or the dialer is too old, nothing more can be checked.
            // The next lead would get the same response: if the list does not have a field, the dialer returns a server error.
            Interlocked.CompareExchange(ref _doubt, failure.Cause, null);
            _unreadable[(listId, label)] = true;
            return null;
        }
    }
}
