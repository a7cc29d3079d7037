using System.Reflection;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Transport;

/// <summary>
/// A URL with fields in which every character of every value is percent-encoded. Some functions search the whole request for field names, and empty a
/// field whose name is in the value of another field.
/// </summary>
internal static class FieldAddress
{
    private const string Hex = "0123456789ABCDEF";
    private static readonly Func<string, Uri?> MakeExact = FindExact();

    /// <summary>Puts fields into an address.</summary>
    /// <exception cref="DialerException">The platform cannot keep the encoding, and the dialer would empty a field.</exception>
    public static Uri Make(Uri endpoint, ApiRequest request)
    {
        string query = string.Join("&", request.Fields.Select(static field => field.Key + "=" + EncodeAll(field.Value)));
        string text = endpoint.GetLeftPart(UriPartial.Path) + "?" + query;
        Uri address = MakeExact(text) ?? new Uri(text);
        if (address.Query != "?" + query)
        {
            RefuseWhatWouldBeEmptied(request, address.Query);
        }

        return address;
    }

    private static string EncodeAll(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        var text = new StringBuilder(bytes.Length * 3);
        foreach (byte one in bytes)
        {
            text.Append('%').Append(Hex[one >> 4]).Append(Hex[one & 15]);
        }

        return text.ToString();
    }

    /// <summary>Older platforms decode letters in URLs. On them, a field name in a value cannot be hidden, so the request is rejected.</summary>
    private static void RefuseWhatWouldBeEmptied(ApiRequest request, string query)
    {
        foreach (ApiParameter parameter in request.Function.Parameters.Where(parameter => request.Find(parameter.Name) is null))
        {
            if (query.IndexOf(parameter.Name, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                throw new DialerException(
                    "FieldWouldBeEmptied",
                    DialerErrorKind.InvalidArgument,
                    $"A value contains '{parameter.Name}', so the dialer would empty that field. Windows PowerShell cannot prevent this; "
                        + "PowerShell 7 can."
                )
                {
                    Function = request.Function.Name,
                };
            }
        }
    }

    /// <summary>Creates a URL without changing it, if the platform can (.NET 6 and later).</summary>
    private static Func<string, Uri?> FindExact()
    {
        Type? options = typeof(Uri).Assembly.GetType("System.UriCreationOptions");
        PropertyInfo? asIs = options?.GetProperty("DangerousDisablePathAndQueryCanonicalization");
        ConstructorInfo? create = options is null ? null : typeof(Uri).GetConstructor([typeof(string), options.MakeByRefType()]);
        if (asIs is null || create is null)
        {
            return static _ => null;
        }

        object exact = Activator.CreateInstance(options!)!;
        asIs.SetValue(exact, true);
        return text => (Uri)create.Invoke([text, exact]);
    }
}
