using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;

namespace VicidialPS.Input;

/// <summary>Suggests names for functions and fields that are not in the catalog.</summary>
internal static class FunctionNames
{
    // With this field, the dialer reads the labels of a list's custom fields as fields.
    private const string CustomFields = "custom_fields";

    /// <summary>An error about a function that does not exist.</summary>
    public static DialerException NotFound(string name, IEnumerable<ApiFunction> known) =>
        new(
            "ApiFunctionNotFound",
            DialerErrorKind.NotFound,
            $"The API function '{name}' does not exist{Suggest(name, known.Select(static one => one.Name))}."
        );

    /// <summary>A warning about a function that is not in the catalog, or null.</summary>
    public static string? WarnOfFunction(string name) =>
        ApiCatalog.GetAll().Any(one => one.Name == name || one.Aliases.Contains(name))
            ? null
            : $"This module does not know the API function '{name}'{Suggest(name, ApiCatalog.GetAll().Select(static one => one.Name))}.";

    /// <summary>A warning about fields that the function of a request does not have, or null.</summary>
    public static string? WarnOfFields(ApiRequest request)
    {
        ApiFunction function = request.Function;
        if (function.Parameters.Count == 0 || request.Find(CustomFields) is "Y")
        {
            return null;
        }

        string[] known = function.Parameters.Select(static one => one.Name).ToArray();
        string[] unknown = request
            .Fields.Select(static field => field.Key)
            .Where(name => function.FindParameter(name) is null && ApiCatalog.GetCommonParameters(function.Api).All(one => one.Name != name))
            .ToArray();
        if (unknown.Length == 0)
        {
            return null;
        }

        // If the dialer's name for the thing is very different, such as "value" for a number, no name is close, so all are listed.
        string others = unknown.All(name => ClosestName.Find(name, known) is not null) ? string.Empty : $" Known fields: {string.Join(", ", known)}.";
        return $"{function.Name} has no known field {string.Join(", ", unknown.Select(name => name + Suggest(name, known)))}. "
        + $"The dialer ignores unknown fields.{others}";
    }

    private static string Suggest(string name, IEnumerable<string> known) =>
        ClosestName.Find(name, known) is { } close ? $" (did you mean {close}?)" : string.Empty;
}
