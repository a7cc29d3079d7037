namespace Vicidial.Client.Records.Reading;

/// <summary>
/// The records of one response. Tables are streamed: the first records are available before the last byte arrives, and memory use does not grow with
/// the response. For one reader at a time. Closing it early ends the transfer.
/// </summary>
/// <typeparam name="T">The type of record.</typeparam>
public abstract class RecordReader<T> : IDisposable
    where T : DialerRecord, new()
{
    private protected RecordReader()
    {
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Reads the next records.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>At least one record or problem, or null at the end.</returns>
    public abstract Task<RecordBatch<T>?> ReadAsync(CancellationToken cancellationToken);
}
