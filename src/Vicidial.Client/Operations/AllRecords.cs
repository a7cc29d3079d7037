using Vicidial.Client.Errors;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Reads all records of a response, for code that depends on records that are missing.</summary>
internal static class AllRecords
{
    /// <summary>Reads all records.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="request">The request.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">
    /// The request failed, or a part of the response is missing: a row that cannot be read must not look like a missing object.
    /// </exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        DialerClient client,
        ApiRequest request,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        (IReadOnlyList<T> records, DialerException? problem) = await ReadSomeAsync<T>(client, request, log, cancellationToken).ConfigureAwait(false);
        return problem is null ? records : throw problem;
    }

    /// <summary>Reads the records that can be read, and returns the first problem with the others.</summary>
    /// <exception cref="DialerException">The request failed.</exception>
    public static async Task<(IReadOnlyList<T> Records, DialerException? Problem)> ReadSomeAsync<T>(
        DialerClient client,
        ApiRequest request,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        var records = new List<T>();
        DialerException? problem = null;
        using RecordReader<T> reader = await client.QueryAsync<T>(request, log, cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            records.AddRange(batch.Records);
            problem ??= batch.Problems.Count > 0 ? batch.Problems[0] : null;
        }

        return (records, problem);
    }
}
