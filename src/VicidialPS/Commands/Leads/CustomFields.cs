using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Leads;

/// <summary>
/// Custom fields are sent next to the fields of the API, under the list's own labels. The dialer reads a label that is the name of an API
/// field as that field, the login included.
/// </summary>
internal static class CustomFields
{
    private static readonly Lazy<HashSet<string>> Reserved = new(() => new HashSet<string>(
        new[] { "add_lead", "update_lead" }
            .SelectMany(function => ApiCatalog.Get(DialerApi.NonAgent, function).Parameters)
            .Concat(ApiCatalog.GetCommonParameters(DialerApi.NonAgent))
            .Select(field => field.Name),
        StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the dialer would read a label as a field of its API.</summary>
    public static bool IsReserved(string label) => Reserved.Value.Contains(label);

    /// <summary>Rejects a text that is not a label, or that names a field of the API.</summary>
    /// <exception cref="DialerException">The label cannot be used.</exception>
    public static void Check(string label)
    {
        if (label.Length == 0 || !label.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new DialerException(
                "InvalidCustomField",
                DialerErrorKind.InvalidArgument,
                $"'{label}' is not the label of a custom field. Only letters, digits, and _ are allowed."
            );
        }

        if (IsReserved(label))
        {
            throw new DialerException(
                "ReservedField",
                DialerErrorKind.InvalidArgument,
                $"'{label}' is a field of the API, so the dialer would not read it as a custom field."
            );
        }
    }

    /// <summary>The text of a value, or null for "not given".</summary>
    /// <exception cref="DialerException">The value is a flag, for which each list has its own words, or an object.</exception>
    public static string? Write(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            bool flag => throw new DialerException(
                "InvalidCell",
                DialerErrorKind.InvalidArgument,
                $"{flag} is a flag, and a custom field takes the text that its list has for it."
            ),
            var bare => FieldFormat.Write(null, bare),
        };

    /// <summary>Adds custom fields to a request.</summary>
    /// <exception cref="DialerException">The dialer would store a different value.</exception>
    public static void Add(RequestBuilder builder, ApiRequest request, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        request.Add(LeadCustomFields.Flag, "Y");
        foreach (KeyValuePair<string, string> field in values)
        {
            builder.AddUnlisted(request, field.Key, field.Value);
        }
    }
}
