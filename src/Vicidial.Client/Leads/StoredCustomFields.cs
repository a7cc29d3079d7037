using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Leads;

/// <summary>
/// Reads back custom fields that were just stored. The dialer has no function that returns their lengths, types, and options. It cuts or replaces a
/// value that does not fit, and responds SUCCESS. A value that came back unchanged is not read again, and after many of them only those that are
/// longer or of another form are read. What was learned is kept for the connection.
/// </summary>
public sealed class StoredCustomFields
{
    // The lead has no custom fields at all.
    private const string NoRow = "Vicidial.ListFieldNotFound";
    private const int EnoughOfOneForm = 3;
    private const int EnoughValues = 20;
    private const int MostValues = 1000;
    private static readonly Regex Letters = new(@"\p{L}+", RegexOptions.CultureInvariant);
    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;
    private readonly CustomFieldLimits _limits;
    private readonly ConcurrentDictionary<(string List, string Label), KeptValues> _kept = new();
    private readonly ConcurrentDictionary<(string List, string Label), bool> _unreadable = new();
    private readonly KeyedTurns _trials = new();
    private string? _doubt;
    private int _doubtsTaken;

    /// <summary>Begins with no field read.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public StoredCustomFields(DialerClient client, IAttemptListener? log)
    {
        _client = client;
        _log = log;
        _limits = CustomFieldLimits.Of(client);
    }

    /// <summary>Rejects a request with a value that a field of the list is known to change.</summary>
    /// <param name="request">The request that would store it.</param>
    /// <param name="listId">The list that has the fields.</param>
    /// <exception cref="DialerException">The dialer would store something else.</exception>
    public void Check(ApiRequest request, string listId)
    {
        foreach (KeyValuePair<string, string> field in request.FindUnlisted().Where(static field => !IsEmpty(field.Value)))
        {
            _limits.Check(listId, field.Key, field.Value, FindForms(request, field.Key, field.Value), _client.RedactorFor(request).MaskText);
        }
    }

    /// <summary>
    /// Waits for other requests whose values will be read back, if those of this request will be too. So the next request knows what one of them
    /// shows, and at most one lead gets a changed value.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="listId">The list that has the fields.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The object that ends the turn; null if the request does not have to wait.</returns>
    public async Task<IDisposable?> EnterAsync(ApiRequest request, string listId, CancellationToken cancellationToken)
    {
        if (!request.FindUnlisted().Any(field => NeedsReading(listId, field)))
        {
            return null;
        }

        KeyedTurns.Turn turn = _trials.Take([listId]);
        try
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Finds the values that the dialer has not stored as they were sent.</summary>
    /// <param name="request">The request that stored them.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="listId">The list that has the fields.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task<IReadOnlyList<ChangedField>> FindChangedAsync(
        ApiRequest request,
        long leadId,
        string listId,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<ChangedField>();
        foreach (KeyValuePair<string, string> field in request.FindUnlisted())
        {
            if (
                NeedsReading(listId, field)
                && await ReadAsync(request, leadId, listId, field.Key, cancellationToken).ConfigureAwait(false) is { } stored
                && Compare(request, listId, field, stored) is { } change
            )
            {
                changed.Add(change);
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

    private static bool IsEmpty(string value) => value.Length == 0 || value == ApiRequest.BlankToken;

    // The dialer shows X characters for what the account may not see.
    private static bool IsMasked(string value, string stored) =>
        stored.Length > 0
        && (
            stored.All(static c => c == 'X')
            || (stored.Length == value.Length && stored.IndexOf('X') >= 0 && !stored.Where((c, i) => c != 'X' && c != value[i]).Any())
        );

    private static string FindForm(string value) =>
        CustomFieldLimits.IsDate(value) ? "date" : Digits.Replace(Letters.Replace(value, "a"), "0");

    private bool NeedsReading(string listId, KeyValuePair<string, string> field) =>
        field.Value.Length > 0
        && !_unreadable.ContainsKey((listId, field.Key))
        && !(
            _kept.TryGetValue((listId, field.Key), out KeptValues? kept)
            && kept.Covers(field.Value, FindForm(field.Value), _limits.HasOptions(listId, field.Key))
        );

    private ChangedField? Compare(ApiRequest request, string listId, KeyValuePair<string, string> field, string stored)
    {
        string wanted = field.Value == ApiRequest.BlankToken ? string.Empty : field.Value;
        IReadOnlyList<string> forms = FindForms(request, field.Key, wanted);
        string? kept = forms.FirstOrDefault(form => form.Trim() == stored);
        bool isRewritten = kept is null && CustomFieldLimits.IsSameMoment(wanted.Trim(), stored);
        if (kept is not null || isRewritten)
        {
            _kept.GetOrAdd((listId, field.Key), static _ => new KeptValues()).Add(field.Value, FindForm(field.Value));
            if (wanted.Length > 0)
            {
                _limits.LearnKept(listId, field.Key, wanted, kept ?? stored, isRewritten);
            }

            return null;
        }

        if (IsMasked(wanted, stored))
        {
            Doubt(listId, field.Key, "The account may not see lead data.");
            return null;
        }

        if (wanted.Length > 0)
        {
            _limits.LearnChanged(listId, field.Key, wanted, forms, stored);
        }

        // The account's password can be among the values, and what is stored can be a part of it.
        string shown = SecretNames.IsSecret(field.Key) ? wanted : _client.RedactorFor(request).MaskText(wanted);
        return new ChangedField(field.Key, shown, shown == wanted ? stored : Redactor.Mask);
    }

    private IReadOnlyList<string> FindForms(ApiRequest request, string label, string value) =>
        TextRules.Of(request.Function).FindStored(label, value, _client.Versions.GenerationOf(DialerApi.NonAgent), request.Find);

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
            return string.Join("\n", response.Lines.Select(static line => line.Raw)).Trim();
        }
        catch (DialerException failure) when (failure.ErrorId == NoRow)
        {
            return string.Empty;
        }
        catch (DialerException failure) when (!failure.EndsConnection)
        {
            // The change itself was made. If the account may not read, or the dialer is too old, nothing more can be checked.
            // The next lead would get the same response: if the list does not have a field, the dialer returns a server error.
            Doubt(listId, label, failure.Cause);
            return null;
        }
    }

    private void Doubt(string listId, string label, string cause)
    {
        Interlocked.CompareExchange(ref _doubt, cause, null);
        _unreadable[(listId, label)] = true;
    }

    /// <summary>The values of one field that came back unchanged.</summary>
    private sealed class KeptValues
    {
        private readonly HashSet<string> _values = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (int Count, int Length)> _forms = new(StringComparer.Ordinal);

        public void Add(string value, string form)
        {
            lock (_forms)
            {
                if (_values.Count < MostValues)
                {
                    _values.Add(value);
                }

                (int count, int length) = _forms.TryGetValue(form, out (int, int) known) ? known : default;
                _forms[form] = (count + 1, Math.Max(length, value.Length));
            }
        }

        /// <summary>Whether a value does not have to be read back. A field with few values may have options, which look alike.</summary>
        public bool Covers(string value, string form, bool hasOptions)
        {
            lock (_forms)
            {
                return _values.Contains(value)
                    || (
                        !hasOptions
                        && _values.Count >= EnoughValues
                        && _forms.TryGetValue(form, out (int Count, int Length) known)
                        && known.Count >= EnoughOfOneForm
                        && known.Length >= value.Length
                    );
            }
        }
    }
}
