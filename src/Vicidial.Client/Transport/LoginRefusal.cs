using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Transport;

/// <summary>Reads the code in the response to a refused login.</summary>
internal static class LoginRefusal
{
    public static DialerException Describe(ResponseLine line, ApiFunction function)
    {
        string user = line.Values.Count > 0 ? line.Values[0] : string.Empty;
        string code = line["auth_code"] ?? string.Empty;
        DialerException refusal = code switch
        {
            "LOCK" => new DialerException(
                "AccountLocked",
                DialerErrorKind.AccountLocked,
                $"The dialer locked the account '{user}' for 15 minutes after ten failed logins."
            ),
            "IPBLOCK" => new DialerException(
                "AddressBlocked",
                DialerErrorKind.AddressBlocked,
                "The dialer rejects requests from the address of this computer."
            ),
            "2FA" => new DialerException(
                "SecondFactorRequired",
                DialerErrorKind.Authentication,
                $"The dialer requires two-factor authentication for the account '{user}', which its APIs do not support."
            ),
            "GOOD" => new DialerException(
                "ApiAccessOff",
                DialerErrorKind.Permission,
                $"The password of the account '{user}' is correct, but the account may not use the Agent API."
            ),
            "ERRSERVERS" => new DialerException("NoActiveServer", DialerErrorKind.Server, "The dialer has no active telephony server."),
            _ => new DialerException(
                "LoginIncorrect",
                DialerErrorKind.Authentication,
                $"The dialer refused the login of the account '{user}': the user name or password is wrong, the account is inactive, or its level "
                    + "is too low."
            ),
        };
        refusal.Function = function.Name;
        refusal.ResponseText = line.Raw;
        return refusal;
    }
}
