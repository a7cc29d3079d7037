using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Parks the parties of an agent's call and reconnects them (API function <c>park_call</c>).</summary>
public static class CallParking
{
    /// <summary>The third party of a call. Any other word means the customer.</summary>
    public const string Transfer = "Transfer";

    /// <summary>Parks a party.</summary>
    public static void Park(ApiRequest request, string party) =>
        Set(request, party switch { "CustomerToIvr" => "PARK_IVR_CUSTOMER", Transfer => "PARK_XFER", _ => "PARK_CUSTOMER" });

    /// <summary>Reconnects a parked party.</summary>
    public static void TakeBack(ApiRequest request, string party) =>
        Set(request, party switch { "CustomerFromIvr" => "GRAB_IVR_CUSTOMER", Transfer => "GRAB_XFER", _ => "GRAB_CUSTOMER" });

    /// <summary>Parks one party and talks to the other one.</summary>
    public static void Swap(ApiRequest request, string party) =>
        Set(
            request,
            party switch
            {
                Transfer => "SWAP_PARK_XFER",
                "HangUpTransfer" => "HANGUP_XFER_GRAB_CUSTOMER",
                _ => "SWAP_PARK_CUSTOMER",
            }
        );

    /// <summary>Rejects waiting for a party whose state the dialer does not report.</summary>
    /// <exception cref="DialerException">The dialer does not report whether that party is parked.</exception>
    public static void RequireVisible(string party)
    {
        if (party == Transfer)
        {
            throw new DialerException(
                "WaitNotPossible",
                DialerErrorKind.InvalidArgument,
                $"-Wait cannot be used with -Party {Transfer}: the dialer reports only whether the customer is parked."
            );
        }
    }

    private static void Set(ApiRequest request, string value) => request.Add("value", value);
}
