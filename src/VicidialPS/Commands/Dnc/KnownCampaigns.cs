using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Dnc;

/// <summary>
/// Looks once a run whether a campaign is there, because the dialer makes a do-not-call list for any name and answers SUCCESS.
/// </summary>
internal sealed class KnownCampaigns
{
    private readonly ConcurrentDictionary<(VicidialConnection Connection, string Campaign), Task<string?>> _asked = new();

    /// <summary>Refuses a campaign that is not there.</summary>
    /// <returns>Why nobody can tell, where the account may not ask; otherwise null.</returns>
    /// <exception cref="DialerException">The campaign is not there.</exception>
    public Task<string?> RequireAsync(VicidialConnection connection, string campaign, IAttemptListener? log, CancellationToken cancellationToken)
        => _asked.GetOrAdd((connection, campaign), _ => LookAsync(connection, campaign, log, cancellationToken));

    private static async Task<string?> LookAsync(
        VicidialConnection connection,
        string campaign,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // The dialer compares without regard to case, and stores the name as it was sent.
            if (await new CampaignNames(connection.Client, log).FindAsync(campaign, cancellationToken).ConfigureAwait(false) == campaign)
            {
                return null;
            }
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            return $"Whether campaign {campaign} is there could not be asked: {failure.Message}";
        }

        throw new DialerException(
            "CampaignNotFound",
            DialerErrorKind.NotFound,
            $"There is no campaign {campaign}, or this account cannot see it: the dialer would have made a do-not-call list that no campaign "
                + "looks at."
        );
    }
}
