using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Operations;

/// <summary>
/// The leads that a change is for: one lead, all leads that a search finds, or a batch (API functions <c>update_lead</c> and
/// <c>batch_update_lead</c>).
/// </summary>
public static class LeadSelection
{
    private const string LeadField = "lead_id";
    private const string LeadsField = "lead_ids";
    private const string MethodField = "search_method";
    private const string LimitField = "records";
    private const string InsertField = "insert_if_not_found";
    private const string VendorCodeField = "vendor_lead_code";
    private const string NumberField = "phone_number";
    private const string NumberFlag = "update_phone_number";

    // The dialer ignores a list with fewer digits, or below that number, and searches the whole system.
    private const int FewestListDigits = 3;
    private const long SmallestList = 99;
    private const string WholeSystem = "SYSTEM";

    // The fields that can find leads as well as change them, and those that add something: a callback, a lead, or numbers.
    private static readonly string[] KeyFields = [VendorCodeField, NumberField];
    private static readonly string[] AddingFields = ["callback", InsertField, "multi_alt_phones"];
    private static readonly string[] Keys = new[] { LeadField }.Concat(KeyFields).Select(NameKey).ToArray();
    private static readonly string AnyKey = $"(?:{string.Join("|", Keys)})";
    private static readonly Regex Methods = new($"^{AnyKey}(?:_{AnyKey})*$", RegexOptions.CultureInvariant);

    /// <summary>The lead that a request names; null or empty if it searches.</summary>
    public static string? FindLead(ApiRequest request) => request.Find(LeadField);

    /// <summary>The method by which a request searches; null if it names its leads.</summary>
    public static string? FindMethod(ApiRequest request) => request.Find(MethodField);

    /// <summary>Whether a request adds a lead if it finds none.</summary>
    public static bool Inserts(ApiRequest request) => request.Find(InsertField) == "Y";

    /// <summary>Whether a field of a batch only limits it.</summary>
    public static bool IsLimit(string field) => field == LimitField;

    /// <summary>Whether a request that is repeated adds a callback, a lead, or numbers a second time.</summary>
    public static bool AddsWhenRepeated(ApiRequest request) => AddingFields.Any(field => request.Find(field) is not null);

    /// <summary>Names the leads of a batch.</summary>
    public static ApiRequest NameBatch(ApiRequest request, IEnumerable<string> leads) => request.Add(LeadsField, string.Join(",", leads));

    /// <summary>Sets the number of leads of a batch. Without it, the dialer silently leaves out leads.</summary>
    public static void LimitBatch(ApiRequest request, int count) => request.Add(LimitField, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The leads of a batch, separated by commas; null if the request is for no batch.</summary>
    public static string? FindBatch(ApiRequest request) => request.Find(LeadsField);

    /// <summary>Whether the dialer changed a lead of a batch, for each of the leads.</summary>
    /// <returns>The change of each lead, or why it was not changed.</returns>
    public static IReadOnlyList<(LeadChange? Change, DialerException? Failure)> ReadBatch(
        DialerResponse response,
        IReadOnlyList<string> leads,
        string connectionName
    )
    {
        var found = new HashSet<string>((response.Success?["found_lead_ids"] ?? string.Empty).Split(','), StringComparer.Ordinal);
        return leads
            .Select(lead =>
                found.Contains(lead)
                    ? (LeadChange.OfBatch(connectionName, lead, found.Count, response.Success?["affected"] ?? "?"), (DialerException?)null)
                    : (
                        (LeadChange?)null,
                        new DialerException("LeadNotFound", DialerErrorKind.NotFound, $"The dialer did not find lead {lead} of the batch.")
                    )
            )
            .ToArray();
    }

    /// <summary>Whether a response ended before it named as many leads as the search may find.</summary>
    public static bool MayLackLeads(ApiRequest request, DialerResponse response) =>
        response.IsPartial
        && FindMethod(request) is not null
        && long.TryParse(request.Find(LimitField), NumberStyles.None, CultureInfo.InvariantCulture, out long most)
        && SplitByLead(response).Count < most;

    /// <summary>The lines of a response for each lead that a search found. Some of the lines can reject a part of the change.</summary>
    public static IReadOnlyList<IReadOnlyList<ResponseLine>> SplitByLead(DialerResponse response) => ChangeReader.Split(response, LeadField);

    /// <summary>The lead that a line of a response is about.</summary>
    public static string? FindLead(ResponseLine line) => line[LeadField];

    /// <summary>The values by which a request finds its leads; null if it does not search.</summary>
    public static IReadOnlyCollection<string>? FindKeys(ApiRequest request) =>
        FindBatch(request) is { } leads ? leads.Split(',')
        : FindMethod(request) is not { } method ? null
        : new[] { LeadField }.Concat(KeyFields)
            .Where(key => Uses(method, key))
            .Select(key => request.Find(key) ?? string.Empty)
            .Where(static value => value.Length > 0)
            .ToArray();

    /// <summary>Writes the search method in upper case, because the dialer compares case and ignores unknown methods.</summary>
    /// <returns>The method, or an empty string if none was given.</returns>
    /// <exception cref="DialerException">The dialer does not know the method.</exception>
    public static string NormalizeMethod(ApiRequest request)
    {
        string given = FindMethod(request) ?? string.Empty;
        if (given.Length == 0)
        {
            return given;
        }

        string method = given.Trim().ToUpperInvariant();
        if (!Methods.IsMatch(method))
        {
            throw Invalid($"-SearchMethod '{given}' is not {string.Join(", ", Keys)}, or several of these joined with _.");
        }

        request.Remove(MethodField);
        request.Add(MethodField, method);
        return method;
    }

    /// <summary>Rejects a change that names no lead, or that would change only one of the leads with a key.</summary>
    /// <exception cref="DialerException">The request lacks a lead, a key, or a limit.</exception>
    public static void RequireTarget(ApiRequest request, string method)
    {
        bool byKey = SearchesByKey(method);
        if (!byKey && string.IsNullOrEmpty(FindLead(request)))
        {
            throw Missing("-LeadId is missing, or -SearchMethod with its key.");
        }

        if (byKey && request.Find(LimitField) is null)
        {
            throw Missing(
                "-MaximumMatch is missing. Without it, the dialer changes only the newest lead with the key, and does not report the others."
            );
        }
    }

    /// <summary>Asks the dialer to change the number of a lead, unless the number finds the lead.</summary>
    public static void ChangeNumber(ApiRequest request, string method)
    {
        if (!SearchesByKey(method) && request.Find(NumberField) is not null)
        {
            request.Add(NumberFlag, "Y");
        }
    }

    /// <summary>Whether a field of a request finds leads and does not change them.</summary>
    public static bool OnlyFinds(string field, ApiRequest request) => field == NumberField && request.Find(NumberFlag) is null;

    /// <summary>Rejects a search by several keys, which would overwrite the vendor lead code of a lead found by another key.</summary>
    /// <exception cref="DialerException">The search has several keys, and the vendor lead code is one of them.</exception>
    public static void RequireOneKey(ApiRequest request, string method)
    {
        if (!string.IsNullOrEmpty(request.Find(VendorCodeField)) && Uses(method, VendorCodeField) && method.Length > VendorCodeField.Length)
        {
            throw Invalid(
                $"The search {method} finds a lead by any of its keys, and would overwrite the vendor lead code of a lead found by another key. "
                + "Search by one key."
            );
        }
    }

    /// <summary>Rejects a location that the dialer would read as the whole system.</summary>
    /// <param name="location">Where to search.</param>
    /// <param name="list">The list to search; empty if none was given.</param>
    /// <exception cref="DialerException">The list is missing, or the dialer cannot search it.</exception>
    public static void RequireLocation(string location, string list)
    {
        if (location == WholeSystem)
        {
            return;
        }

        if (list.Length == 0)
        {
            throw Missing(
                $"-SearchListId is missing. Without it, the dialer searches the whole system instead of one {location.ToLowerInvariant()}."
            );
        }

        if (list.Length < FewestListDigits || long.Parse(list, CultureInfo.InvariantCulture) < SmallestList)
        {
            throw Invalid($"The dialer cannot search list {list}. For a list below 100, it searches the whole system.");
        }
    }

    private static bool SearchesByKey(string method) => KeyFields.Any(key => Uses(method, key));

    private static bool Uses(string method, string key) => method.IndexOf(NameKey(key), StringComparison.Ordinal) >= 0;

    private static string NameKey(string field) => field.ToUpperInvariant();

    private static DialerException Missing(string message) => new("RequiredFieldMissing", DialerErrorKind.InvalidArgument, message);

    private static DialerException Invalid(string message) => new("InvalidSearch", DialerErrorKind.InvalidArgument, message);
}
