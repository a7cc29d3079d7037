using System.Collections.Concurrent;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Users;

/// <summary>
/// Finds in-groups that the dialer does not list. The dialer changes no rank in an in-group that does not exist, but reports success. It lists only
/// active in-groups, so a missing one is not an error.
/// </summary>
internal sealed class ActiveInGroups
{
    private readonly ConcurrentDictionary<VicidialConnection, Task<IReadOnlyList<string>>> _listed = new();
    private readonly ConcurrentDictionary<(VicidialConnection Connection, string InGroup), bool> _told = new();

    /// <summary>Finds out why a change of a rank in an in-group may have no effect.</summary>
    /// <returns>The reason, once for each in-group of a dialer; null if there is none.</returns>
    /// <exception cref="DialerException">The request failed.</exception>
    public async Task<string?> FindDoubtAsync(
        VicidialConnection connection,
        string inGroup,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        string reason;
        try
        {
            IReadOnlyList<string> listed = await _listed
                .GetOrAdd(connection, dialer => KnownThings.FindActiveInGroupsAsync(dialer.Client, log, cancellationToken))
                .ConfigureAwait(false);
            if (listed.Contains(inGroup, StringComparer.OrdinalIgnoreCase))
            {
                return null;
            }

            reason = $"In-group {inGroup} is not among the active in-groups of {connection.Name}.";
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            reason = $"In-group {inGroup} could not be checked: {failure.Cause}";
        }
        catch (DialerException)
        {
            // The next row tries again, because it may get a response.
            _listed.TryRemove(connection, out _);
            throw;
        }

        return _told.TryAdd((connection, inGroup), true)
            ? $"{reason} If it does not exist, the dialer changes no rank or grade, and reports success."
            : null;
    }
}
