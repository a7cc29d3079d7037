using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Commands.Campaigns;

/// <summary>The number of an entry of a CID group. Without it, the dialer uses every entry of the area code.</summary>
internal static class CidGroupNumber
{
    /// <summary>Rejects a request without the number.</summary>
    /// <param name="number">The number, or null.</param>
    /// <param name="reason">Why the number is necessary.</param>
    /// <exception cref="DialerException">There is no number.</exception>
    public static void Require(string? number, string reason)
    {
        if (string.IsNullOrEmpty(number))
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, $"-OutboundCid is missing. {reason}");
        }
    }
}
