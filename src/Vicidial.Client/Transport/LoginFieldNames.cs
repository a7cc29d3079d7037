using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Transport;

/// <summary>
/// Some functions search the whole request for the names of their fields, including the login. With the account "frank", such a function empties the
/// rank of the lead.
/// </summary>
internal static class LoginFieldNames
{
    /// <summary>Rejects a request for which a part of the login would empty a field.</summary>
    /// <exception cref="DialerException">The account, its password or the source contains the name of a field that the request leaves
    /// out.</exception>
    public static void Check(ApiRequest request, string source, DialerCredential credential)
    {
        if (request.Function.FindsNamesInLogin)
        {
            CheckAll(request, source, credential);
        }
    }

    private static void CheckAll(ApiRequest request, string source, DialerCredential credential)
    {
        foreach (ApiParameter field in request.Function.Parameters.Where(field => request.Find(field.Name) is null))
        {
            string? part = Contains(credential.User, field.Name) ? $"The user name of the account ({credential.User})"
                : Contains(source, field.Name) ? $"The -Source of the connection ({source})"
                : credential.Contains(field.Name) ? "The password of the account" : null;
            if (part is not null)
            {
                throw new DialerException(
                    "FieldWouldBeEmptied",
                    DialerErrorKind.InvalidArgument,
                    $"{part} contains '{field.Name}'. {request.Function.Name} searches the whole request for field names, so it would empty "
                        + $"{request.Labels.Find(field.Name)}."
                )
                {
                    Function = request.Function.Name,
                    NeverSent = true,
                };
            }
        }
    }

    private static bool Contains(string text, string name) => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;
}
