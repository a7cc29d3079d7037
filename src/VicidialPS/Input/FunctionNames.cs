using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;

namespace VicidialPS.Input;

/// <summary>Says what was probably meant by the names of functions and fields that the catalog does not have.</summary>
internal static class FunctionNames
{
    // Where it is on, the dialer takes the labels of a list's custom fields as fields.
    private const string CustomFields = "custom_fields";

    /// <summary>An error about a function that is not there.</summary>
    public static DialerException NotFound(string name, IEnumerable<ApiFunction> known) =>
        new(
            "ApiFunctionNotFound",
            DialerErrorKind.NotFound,
            $"There is no API function '{name}'{Suggest(name, known.Select(static one => one.Name))}."
        );

    /// <summary>A warning about a function that the catalog does not have; null where it has it.</summary>
    public static string? WarnOfFunction(string name) =>
        ApiCatalog.GetAll().Any(one => one.Name == name || one.Aliases.Contains(name))
            ? null
            : $"This module does not know the API function '{name}'{Suggest(name, ApiCatalog.GetAll().Select(static one => one.Name))}.";

    /// <summary>A warning about fields of a request that its function does not take; null where it takes all of them.</summary>
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

        // No name is close where the dialer calls the thing otherwise, such as a number "value".
        string others = unknown.All(name => ClosestName.Find(name, known) is not null) ? string.Empty : $" It takes {string.Join(", ", known)}.";
        return $"{function.Name} has no field {string.Join(", ", unknown.Select(name => name + Suggest(name, known)))}, as far as this module knows, "
            + $"and the dialer ignores fields that it does not know.{others}";
    }

    private static string Suggest(string name, IEnumerable<string> known) =>
        ClosestName.Find(name, known) is { } close ? $" (did you mean {close}?)" : string.Empty;
}
