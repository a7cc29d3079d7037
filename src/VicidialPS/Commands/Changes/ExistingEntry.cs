using System;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Changes;

/// <summary>
/// Looks whether an entry is there before it is changed or removed, where the dialer would take another one in its place.
/// </summary>
internal static class ExistingEntry
{
    /// <summary>Asks for the entries and finds the one that is meant.</summary>
    /// <exception cref="DialerException">It is not there.</exception>
    public static async Task RequireAsync<TEntry>(
        VicidialConnection connection,
        ApiRequest question,
        Func<TEntry, bool> isMeant,
        string what,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
        where TEntry : DialerRecord, new()
    {
        using RecordReader<TEntry> reader = await connection.Client.QueryAsync<TEntry>(question, log, cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            foreach (TEntry entry in batch.Records)
            {
                if (isMeant(entry))
                {
                    return;
                }
            }
        }

        throw new DialerException(
            "EntryNotFound",
            DialerErrorKind.NotFound,
            $"{what}: there is no such entry, and the dialer would have taken the only one that there is in its place."
        );
    }
}
