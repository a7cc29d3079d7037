using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Dnc;

/// <summary>Checks once per run whether a campaign exists, because the dialer accepts any name for a do-not-call list with SUCCESS.</summary>
internal sealed class KnownCampaigns
{
    private readonly ConcurrentDictionary<(VicidialConnection Connection, string Campaign), Task<string?>> _asked = new();

    /// <summary>Rejects a campaign that does not exist.</summary>
    /// <returns>Why the campaign cannot be checked, or null if it exists.</returns>
    /// <exception cref="DialerException">The campaign does not exist.</exception>
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
            // The dialer ignores case here, but stores the name as it was sent.
            if (await new CampaignNames(connection.Client, log).FindAsync(campaign, cancellationToken).ConfigureAwait(false) == campaign)
            {
                return null;
            }
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            return $"Campaign {campaign} could not be checked: {failure.Message}";
        }

        throw new DialerException(
            "CampaignNotFound",
            DialerErrorKind.NotFound,
            $"Campaign {campaign} does not exist, or this account cannot see it. The dialer would create a do-not-call list that no campaign uses."
        );
    }
}
