using System.Reflection;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Text;
using Vicidial.Client.Values;

namespace Vicidial.Client.Recovery;

/// <summary>
/// Compares a lead with the request that may have added it, field by field, because one number can belong to several people. The dialer drops
/// characters and cuts long values, and people change leads after they were called. A difference with such an explanation proves nothing.
/// </summary>
internal static class LeadLikeness
{
    // The number was the search key, the vendor lead code has its own rule, and the dialer fills the other fields automatically.
    private static readonly HashSet<string> Judged = new(StringComparer.Ordinal) { "phone_number", "vendor_lead_code" };
    private static readonly HashSet<string> Filled = new(StringComparer.Ordinal) { "phone_code", "country_code", "gender", "state" };

    private static readonly IReadOnlyList<KeyValuePair<string, PropertyInfo>> Fields = typeof(Lead).GetProperties()
        .Where(static property => property.PropertyType == typeof(string) || property.PropertyType == typeof(DateTime?))
        .Select(static property => new KeyValuePair<string, PropertyInfo>(
            property.GetCustomAttribute<ColumnAttribute>()?.Name ?? string.Empty,
            property
        ))
        .ToArray();

    /// <summary>Compares them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="lead">The existing lead.</param>
    /// <param name="generation">The releases that the dialer may behave like.</param>
    /// <param name="field">The field that decides; empty if all are the same.</param>
    /// <returns>Whether the lead is the one that the request adds; null if that is unknown.</returns>
    public static bool? Compare(ApiRequest request, Lead lead, DialerGeneration generation, out string field)
    {
        bool isUntouched = IsUntouched(lead.CalledCount, lead.Status);
        bool? alike = true;
        field = string.Empty;
        foreach (KeyValuePair<string, PropertyInfo> one in Fields)
        {
            if (Judged.Contains(one.Key) || request.Function.FindParameter(one.Key) is null)
            {
                continue;
            }

            string sent = request.Find(one.Key) ?? string.Empty;
            string found = Text(one.Value.GetValue(lead));
            bool? same = sent.Length > 0 ? IsSame(request, one.Key, found, generation) : IsLeftOut(one.Key, found, isUntouched);
            if (same == true)
            {
                continue;
            }

            field = one.Key;
            if (same == false && isUntouched)
            {
                return false;
            }

            alike = null;
        }

        return alike;
    }

    /// <summary>Whether a lead has a column of this name whose text can be compared.</summary>
    public static bool IsColumn(string name) => Fields.Any(field => field.Key == name);

    /// <summary>Whether the dialer shows a field masked, as it does to accounts that may not see it.</summary>
    public static bool IsMasked(string text) => text.Length > 0 && text.All(static c => c == 'X');

    /// <summary>
    /// What a field that the request leaves out proves. Before the first call, only the load fills a field, or a dialer that does so for each new
    /// lead.
    /// </summary>
    private static bool? IsLeftOut(string name, string found, bool isUntouched)
        => found.Length == 0 || !isUntouched || Filled.Contains(name) || IsMasked(found) ? true : null;

    /// <summary>Whether the lead has not been called, and its status has not changed, since it was added.</summary>
    public static bool IsUntouched(int? calledCount, string status) => calledCount is null or 0 && status is "NEW" or "CBHOLD";

    /// <summary>
    /// Whether a field has what the dialer stores of the value that was sent, by the same rules that were used for sending; null if that is unknown.
    /// </summary>
    public static bool? IsSame(ApiRequest request, string field, string found, DialerGeneration generation)
    {
        string sent = request.Find(field) ?? string.Empty;
        string there = Flatten(found);
        IReadOnlyList<string> forms = TextRules.Of(request.Function).FindStored(field, sent, generation, request.Find);
        if (forms.Any(form => there.Equals(Flatten(form), StringComparison.OrdinalIgnoreCase)))
        {
            // An empty field proves nothing: some modes of a dialer drop the whole text, and other leads may have no text.
            return there.Length > 0 || forms.All(static form => Flatten(form).Length == 0) ? true : null;
        }

        string wanted = ValueText.LettersAndDigits(sent);
        string kept = ValueText.LettersAndDigits(found);
        if (kept.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            // Another row may differ from this one only in such characters, unless it is unknown how they are stored.
            return generation.IsMeasured && kept.Length > 0 ? null : wanted.Length > 0 || there.Length == 0;
        }

        if (IsMasked(found))
        {
            return null;
        }

        string plain = new(wanted.Where(static c => c < 128).ToArray());
        if (plain.Length < wanted.Length && kept.All(static c => c < 128))
        {
            // A dialer in ASCII mode keeps the rest of such a text, or the database keeps everything before the first such letter.
            return kept.Length > 0 && kept.Equals(plain, StringComparison.OrdinalIgnoreCase) ? true
                : plain.StartsWith(kept, StringComparison.OrdinalIgnoreCase) ? null
                : false;
        }

        return found.Length >= request.Function.FindParameter(field)?.MaximumLength && wanted.StartsWith(kept, StringComparison.OrdinalIgnoreCase)
            ? null
            : false;
    }

    /// <summary>Makes all blanks and line breaks one space, because the dialer's tables and lines may not preserve them.</summary>
    private static string Flatten(string text) => string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Text(object? value) =>
        value is DateTime date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value as string ?? string.Empty;
}
