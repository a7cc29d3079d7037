using System.Collections.Concurrent;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>
/// Checks once per run whether a campaign exists, where the dialer accepts any name with SUCCESS: it adds a number to a do-not-call list that
/// no campaign uses, finds every number free, or changes no rank.
/// </summary>
internal sealed class KnownCampaigns
{
    /// <summary>What the dialer does if it checks a number on the list of a campaign that does not exist.</summary>
    public const string FindsNoNumber = "the dialer would check no list, and accept numbers that must not be called.";

    private readonly StringComparison _comparison;
    private readonly string _consequence;
    private readonly ConcurrentDictionary<(VicidialConnection Connection, string Campaign), Task> _asked = new();
    private readonly ConcurrentQueue<string> _doubts = new();

    // Rows that are sent at the same time can check the same campaign twice.
    private readonly ConcurrentDictionary<string, bool> _doubted = new();

    /// <summary>Begins with no campaigns.</summary>
    /// <param name="comparison">How the dialer compares the name with its own.</param>
    /// <param name="consequence">What the dialer would do with a name that it does not have, as the rest of a sentence.</param>
    public KnownCampaigns(StringComparison comparison, string consequence)
    {
        _comparison = comparison;
        _consequence = consequence;
    }

    /// <summary>Rejects a campaign that does not exist.</summary>
    /// <exception cref="DialerException">The campaign does not exist.</exception>
    public async Task RequireAsync(VicidialConnection connection, string campaign, IAttemptListener? log, CancellationToken cancellationToken)
    {
        try
        {
            await _asked.GetOrAdd((connection, campaign), _ => LookAsync(connection, campaign, log, cancellationToken)).ConfigureAwait(false);
        }
        catch (DialerException failure) when (failure.Kind != DialerErrorKind.NotFound)
        {
            // The next row tries again, because it may get a response.
            _asked.TryRemove((connection, campaign), out _);
            throw;
        }
    }

    /// <summary>Returns, once each, why campaigns could not be checked.</summary>
    public IEnumerable<string> TakeDoubts()
    {
        while (_doubts.TryDequeue(out string? doubt))
        {
            yield return doubt;
        }
    }

    private async Task LookAsync(VicidialConnection connection, string campaign, IAttemptListener? log, CancellationToken cancellationToken)
    {
        try
        {
            string? found = await new CampaignNames(connection.Client, log).FindAsync(campaign, cancellationToken).ConfigureAwait(false);
            if (string.Equals(found, campaign, _comparison))
            {
                return;
            }
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            string doubt = $"Campaign {campaign} could not be checked: {failure.Cause} If the campaign does not exist, {_consequence}";
            if (_doubted.TryAdd(doubt, true))
            {
                _doubts.Enqueue(doubt);
            }

            return;
        }

        throw new DialerException(
            "CampaignNotFound",
            DialerErrorKind.NotFound,
            $"Campaign {campaign} does not exist, or this account cannot see it: {_consequence}"
        );
    }
}
