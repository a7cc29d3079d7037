using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Operations;

/// <summary>Checks the login of an API once, in a way that needs no permission.</summary>
public static class LoginCheck
{
    /// <summary>Checks the login.</summary>
    /// <exception cref="DialerException">The login was refused, or there is no response.</exception>
    public static async Task RunAsync(
        DialerClient client,
        DialerApi api,
        IAttemptListener? log = null,
        CancellationToken cancellationToken = default
    )
    {
        client.CheckCredential(api);

        // The Non-Agent API checks the login before it reports an unknown function. The Agent API does not report unknown functions, but any account
        // can request the web server's data or gets a permission error after its login.
        ApiFunction probe = api == DialerApi.Agent ? ApiCatalog.Get(api, "webserver") : ApiCatalog.MakeProbe(api);
        try
        {
            DialerResponse response = await client.InvokeShortAsync(new ApiRequest(probe), log, cancellationToken).ConfigureAwait(false);
            if (api == DialerApi.NonAgent)
            {
                throw new DialerException("NotADialer", DialerErrorKind.Server, "The server responded, but not like a VICIdial API.")
                {
                    ConnectionName = client.Name,
                    Response = response,
                    Attempts = response.Attempts,
                };
            }
        }
        catch (DialerException refused)
            when (client.IsLoginGood(api) && refused.Kind is DialerErrorKind.NotFound or DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            if (refused.ErrorId == "Vicidial.ApiAccessOff")
            {
                throw;
            }
        }
    }
}
