using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Slicing;

/// <summary>
/// Leads found by numbers or keys. The dialer returns at most 1,000 for all keys together. If a response reaches that limit, each half of the keys is
/// requested separately, and a single key with its own limit. An incomplete response is discarded, because its counts are wrong as well.
/// </summary>
public sealed class LeadMatchSlices : Slices<LeadMatch>
{
    private const string Limit = "records";
    private const int MostRecords = 1000000;
    private readonly string _keyField;
    private readonly bool _isLimited;

    /// <summary>Creates the query.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="key">What the leads are found by.</param>
    /// <param name="isLimited">Whether the user wants no more than a number of leads.</param>
    public LeadMatchSlices(IEnumerable<ApiRequest> requests, LeadKey key, bool isLimited)
        : base(requests)
    {
        _keyField = key == LeadKey.PhoneNumber ? "phone_number" : "vendor_lead_code";
        _isLimited = isLimited;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LeadMatch> Take(IReadOnlyList<LeadMatch> records)
    {
        // A response is read completely, so these are all of its records.
        base.Take(records);
        return Current?.Function.RowLimit is { } limit && records.Count >= limit && CanAskForMore(Current) ? [] : records;
    }

    /// <inheritdoc/>
    private protected override void Continue(ApiRequest request, int limit)
    {
        if (_isLimited)
        {
            return;
        }

        string[] keys = KeysOf(request);
        if (keys.Length > 1)
        {
            Ask(With(request, keys.Take(keys.Length / 2)));
            Ask(With(request, keys.Skip(keys.Length / 2)));
        }
        else if (request.Find(Limit) is null)
        {
            Ask(request.Copy().Add(Limit, MostRecords.ToString(CultureInfo.InvariantCulture)));
        }
        else if (Records >= MostRecords)
        {
            ReportCut(request, MostRecords);
        }
    }

    private bool CanAskForMore(ApiRequest request) => !_isLimited && (request.Find(Limit) is null || KeysOf(request).Length > 1);

    private string[] KeysOf(ApiRequest request) => (request.Find(_keyField) ?? string.Empty).Split(',');

    private ApiRequest With(ApiRequest request, IEnumerable<string> keys)
    {
        var part = new ApiRequest(request.Function);
        foreach (KeyValuePair<string, string> field in request.Fields)
        {
            part.Add(field.Key, field.Key == _keyField ? string.Join(",", keys) : field.Value);
        }

        return part;
    }
}
