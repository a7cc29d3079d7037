using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Recovery;

/// <summary>
/// Compares a lead with the request that may have added it, field by field: one number may have several people. A dialer drops
/// characters and cuts what is too long, and people change leads once they were called: what that explains proves nothing.
/// </summary>
internal static class LeadLikeness
{
    // The number was searched for, and the vendor's key has a rule of its own; the dialer fills the others by itself.
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
    /// <param name="lead">The lead that is there.</param>
    /// <param name="field">The field that decides; empty where all are the same.</param>
    /// <returns>Whether the lead is what the request adds; null where nobody can say.</returns>
    public static bool? Compare(ApiRequest request, Lead lead, out string field)
    {
        bool isUntouched = lead.CalledCount is null or 0 && lead.Status is "NEW" or "CBHOLD";
        bool? alike = true;
        field = string.Empty;
        foreach (KeyValuePair<string, PropertyInfo> one in Fields)
        {
            if (Judged.Contains(one.Key) || request.Function.FindParameter(one.Key) is not { } parameter)
            {
                continue;
            }

            string sent = request.Find(one.Key) ?? string.Empty;
            string found = Text(one.Value.GetValue(lead));
            bool? same = sent.Length > 0 ? IsSame(parameter, sent, found) : IsLeftOut(one.Key, found, isUntouched);
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

    /// <summary>Whether a field comes as the dialer shows it to accounts that may not see it.</summary>
    public static bool IsMasked(string text) => text.Length > 0 && text.All(static c => c == 'X');

    /// <summary>Nobody fills a field in before the first call but the load, or what a dialer may be told to do with each new lead.</summary>
    private static bool? IsLeftOut(string name, string found, bool isUntouched)
        => found.Length == 0 || !isUntouched || Filled.Contains(name) || IsMasked(found) ? true : null;

    /// <summary>Whether a field holds what was sent; null if nobody can say.</summary>
    public static bool? IsSame(ApiParameter parameter, string sent, string found)
    {
        string wanted = Kept(sent);
        string there = Kept(found);
        if (there.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (IsMasked(found))
        {
            return null;
        }

        string plain = new(wanted.Where(static c => c < 128).ToArray());
        if (plain.Length < wanted.Length && there.All(static c => c < 128))
        {
            // A dialer in ASCII mode keeps the rest of such a text, or the database all in front of the first such letter.
            return there.Length > 0 && there.Equals(plain, StringComparison.OrdinalIgnoreCase) ? true
                : plain.StartsWith(there, StringComparison.OrdinalIgnoreCase) ? null
                : false;
        }

        return found.Length >= parameter.MaximumLength && wanted.StartsWith(there, StringComparison.OrdinalIgnoreCase) ? null : false;
    }

    /// <summary>What every dialer keeps: which other characters it drops differs from release to release.</summary>
    private static string Kept(string text) => new(text.Where(char.IsLetterOrDigit).ToArray());

    private static string Text(object? value) =>
        value is DateTime date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value as string ?? string.Empty;
}
