using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Recovery;

/// <summary>
/// Finds out whether a lead that may have been added exists. A marker in the lead is proof. Without a marker, a lead counts only if it has the same
/// number, list, and vendor lead code, and the stored form of the other values, was added after the load began, and is not known to belong to another
/// row. One finder serves a whole run, because it remembers what it has read.
/// </summary>
public sealed class LeadFinder
{
    private const string Phone = "phone_number";
    private const string List = "list_id";
    private const string VendorCode = "vendor_lead_code";
    private const string LeadId = "lead_id";
    private const string Method = "search_method";
    private const string DefaultList = "999";
    private const string NoMatch = "NO MATCHES FOUND";
    private const int ShortestList = 3;
    private const int MostLeads = 1000;
    private readonly DialerClient _client;
    private readonly LoadJournal _journal;
    private readonly MarkedLeads _marked;

    /// <summary>Makes a finder for the leads of one load.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="journal">The load's journal.</param>
    public LeadFinder(DialerClient client, LoadJournal journal)
    {
        _client = client;
        _journal = journal;
        _marked = new MarkedLeads(journal);
    }

    /// <summary>Looks for the lead that a request would add.</summary>
    /// <param name="request">The request, with its marker if it has one.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>Whether the lead exists, and its ID if the dialer reports it.</returns>
    /// <exception cref="DialerException">The result is unknown, because the account may not read the lead, or because the lead found may be a
    /// different one.</exception>
    public async Task<FoundLead> FindAsync(ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
    {
        try
        {
            return await FindByNumberAsync(request, log, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException old) when (old.Kind == DialerErrorKind.TooOld)
        {
            return await FindOnOldDialerAsync(request, log, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The list in which the dialer stores a lead: it treats a list ID that is too short as none.</summary>
    private static string ListOf(ApiRequest request) => request.Find(List) is { Length: >= ShortestList } list ? list.TrimStart('0') : DefaultList;

    /// <summary>Reads the lead IDs from <c>7275551014|3|1016-1015-1014</c>. An incomplete response must not be mistaken for fewer leads.</summary>
    private static long[] ReadMatches(DialerResponse response)
    {
        if (response.Error?.Says(NoMatch) == true)
        {
            return [];
        }

        string[]? cells = response.Lines.Select(static line => line.Raw.Split('|')).LastOrDefault(static cells => cells.Length == 3);
        if (
            cells is not null
            && response.Raw.EndsWith("\n", StringComparison.Ordinal)
            && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        )
        {
            long[] ids = cells[2]
                .Split(['-'], StringSplitOptions.RemoveEmptyEntries)
                .Select(static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0)
                .Where(static id => id > 0)
                .ToArray();
            if (ids.Length == count)
            {
                return ids;
            }
        }

        throw Undecided("the dialer's response to the search is incomplete");
    }

    /// <summary>
    /// Whether the text in the marker's field is certainly not this row's marker: it is empty, another row's marker, or unrelated text. Text that a
    /// server has changed, hidden, or cut proves nothing.
    /// </summary>
    private static bool IsAnothers(string found, string marker)
        => found.Length == 0
            || RowMarker.Is(found)
            || (!LeadLikeness.IsMasked(found) && found.IndexOfAny(['\n', '<']) < 0 && found.IndexOf(Redactor.Mask, StringComparison.Ordinal) < 0
                && found.IndexOf(marker, StringComparison.Ordinal) < 0 && !marker.StartsWith(found, StringComparison.Ordinal));

    private async Task<FoundLead> FindByNumberAsync(ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
    {
        ApiRequest search = request.Beside(ApiCatalog.Get(DialerApi.NonAgent, "lead_search"));
        string? marker = _journal.Start.Marker;
        if (marker == VendorCode)
        {
            search.Add(Method, "VENDOR_LEAD_CODE").Add(VendorCode, request.Find(VendorCode)!);
        }
        else
        {
            search.Add(Phone, request.Find(Phone)!);
        }

        search.Add("records", MostLeads.ToString(CultureInfo.InvariantCulture));
        long[] matches = ReadMatches(await _client.InvokeAsync(search, log, cancellationToken).ConfigureAwait(false));
        if (matches.Length >= MostLeads)
        {
            throw Undecided($"{request.Find(Phone)} has {MostLeads} leads or more");
        }

        string? doubt = null;
        foreach (long id in matches.OrderBy(static id => id))
        {
            if (marker is null && _journal.Ids.Contains(id))
            {
                continue;
            }

            if (
                await IsOursAsync(request, id, why => doubt ??= why, log, cancellationToken).ConfigureAwait(false)
                && (_journal.Ids.Add(id) || marker is not null)
            )
            {
                return new FoundLead(isThere: true, id);
            }
        }

        return doubt is null ? FoundLead.None : throw Undecided(doubt);
    }

    /// <summary>Whether a request added this lead.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The lead.</param>
    /// <param name="doubt">Receives the reason if a different lead may still be the one.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    private async Task<bool> IsOursAsync(
        ApiRequest request,
        long id,
        Action<string> doubt,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        if (_journal.Start.Marker is { } marker)
        {
            string mark = await ReadFieldAsync(request, id, marker, log, cancellationToken).ConfigureAwait(false);
            if (mark != request.Find(marker) && !IsAnothers(mark, request.Find(marker)!))
            {
                doubt($"the dialer did not show the field {marker} of lead {id} unchanged");
            }

            return mark == request.Find(marker);
        }

        ApiRequest ask = request.Beside(ApiCatalog.Get(DialerApi.NonAgent, "lead_all_info")).Add(LeadId, id.ToString(CultureInfo.InvariantCulture));
        IReadOnlyList<Lead> found;
        try
        {
            found = await AllRecords.ReadAsync<Lead>(_client, ask, log, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException unreadable) when (unreadable.ErrorId == "Vicidial.UnreadableRow")
        {
            // A text of the lead contains a tab or a line break, which no table can show.
            return await IsOursByFieldsAsync(request, id, doubt, log, cancellationToken).ConfigureAwait(false);
        }

        if (found.Count == 0)
        {
            throw Undecided($"the account may not see lead {id}");
        }

        Lead lead = found[0];
        if (lead.ListId?.ToString(CultureInfo.InvariantCulture) != ListOf(request))
        {
            return false;
        }

        DialerGeneration generation = _client.Versions.GenerationOf(DialerApi.NonAgent);
        bool? hasKey = LeadLikeness.IsSame(request, VendorCode, lead.VendorLeadCode, generation);
        if (hasKey != true)
        {
            if (hasKey is null)
            {
                doubt($"the vendor lead code of lead {id} is different or was not shown unchanged");
            }

            return LeadLikeness.IsMasked(lead.VendorLeadCode) ? throw Undecided($"the account may not see the vendor lead code of lead {id}") : false;
        }

        bool? isAlike = LeadLikeness.Compare(request, lead, generation, out string field);
        if (isAlike == false || !await IsOfThisLoadAsync(request, id, log, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (isAlike is null)
        {
            doubt($"lead {id} has the number but a different {field}: it may be another lead, or an agent may have changed it");
        }

        return isAlike == true;
    }

    /// <summary>Whether each field of a lead has the value of the request.</summary>
    private async Task<bool> IsOursByFieldsAsync(
        ApiRequest request,
        long id,
        Action<string> doubt,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        if ((await ReadFieldAsync(request, id, List, log, cancellationToken).ConfigureAwait(false)).TrimStart('0') != ListOf(request))
        {
            return false;
        }

        DialerGeneration generation = _client.Versions.GenerationOf(DialerApi.NonAgent);
        foreach (
            KeyValuePair<string, string> field in request.Fields.Where(static field => field.Value.Length > 0 && LeadLikeness.IsColumn(field.Key))
        )
        {
            string text = await ReadFieldAsync(request, id, field.Key, log, cancellationToken).ConfigureAwait(false);
            bool? isSame = LeadLikeness.IsSame(request, field.Key, text, generation);
            if (isSame == true)
            {
                continue;
            }

            if (isSame is null || !await IsUntouchedAsync(request, id, log, cancellationToken).ConfigureAwait(false))
            {
                doubt($"lead {id} has the number but a different {field.Key}: it may be another lead, or an agent may have changed it");
            }

            return false;
        }

        return await IsOfThisLoadAsync(request, id, log, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsUntouchedAsync(ApiRequest request, long id, IAttemptListener? log, CancellationToken cancellationToken)
    {
        string count = await ReadFieldAsync(request, id, "called_count", log, cancellationToken).ConfigureAwait(false);
        string status = await ReadFieldAsync(request, id, "status", log, cancellationToken).ConfigureAwait(false);
        return LeadLikeness.IsUntouched(int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int calls) ? calls : null, status);
    }

    /// <summary>Whether a lead came after the load began.</summary>
    private async Task<bool> IsOfThisLoadAsync(ApiRequest request, long id, IAttemptListener? log, CancellationToken cancellationToken)
    {
        // Lead IDs increase, so a lead with a higher ID than a lead of this load was added after the load began.
        if (_journal.Ids.Smallest is { } first && id > first)
        {
            return true;
        }

        if (_journal.Start.DialerTime is not { } began)
        {
            throw Undecided("the dialer's time was not known when the load began");
        }

        string entered = await ReadFieldAsync(request, id, "entry_date", log, cancellationToken).ConfigureAwait(false);
        return DateTime.TryParseExact(entered, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time >= began
            : throw Undecided($"the dialer does not report when lead {id} was added");
    }

    private async Task<string> ReadFieldAsync(ApiRequest request, long id, string field, IAttemptListener? log, CancellationToken cancellationToken)
    {
        ApiRequest ask = request
            .Beside(ApiCatalog.Get(DialerApi.NonAgent, "lead_field_info"))
            .Add(LeadId, id.ToString(CultureInfo.InvariantCulture))
            .Add("field_name", field);
        DialerResponse response = await _client.InvokeAsync(ask, log, cancellationToken).ConfigureAwait(false);

        // Not the raw text: a server may print warnings around it.
        return string.Join("\n", response.Lines.Select(static line => line.Raw)).Trim();
    }

    /// <summary>Dialers without a search report whether a number or vendor lead code exists, but not which lead has it.</summary>
    private async Task<FoundLead> FindOnOldDialerAsync(ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
    {
        bool byCode = _journal.Start.Marker == VendorCode;
        ApiRequest ask = request.Beside(ApiCatalog.Get(DialerApi.NonAgent, "update_lead")).Add("no_update", "Y")
            .Add(Method, byCode ? "VENDOR_LEAD_CODE" : "PHONE_NUMBER")
            .Add(byCode ? VendorCode : Phone, request.Find(byCode ? VendorCode : Phone)!);

        // Only this text proves that the lead does not exist. A missing page or any other error does not.
        DialerResponse response;
        try
        {
            response = await _client.InvokeAsync(ask, log, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException none) when (none.Response is { HttpStatus: 200 } said && said.FindNotice(NoMatch) is not null)
        {
            // For a change, this notice is a failure.
            return FoundLead.None;
        }

        if (response.FindNotice(NoMatch) is not null || response.Error?.Says(NoMatch) == true)
        {
            return FoundLead.None;
        }

        if (byCode && response.FindNotice("LEADS FOUND") is not null)
        {
            return new FoundLead(isThere: true, null);
        }

        return _journal.Start.Marker is { } marker && !byCode && request.Find(marker) is { } mark
            ? await _marked
                .FindAsync(mark, (id, field) => ReadFieldAsync(request, id, field, log, cancellationToken))
                .ConfigureAwait(false)
            : throw Undecided($"a lead with {request.Find(Phone)} exists, but this dialer does not report when it was added");
    }

    internal static DialerException Undecided(string why)
        => new("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, $"It is unknown whether the lead was added: {why}.");
}
