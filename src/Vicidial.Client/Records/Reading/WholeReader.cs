namespace Vicidial.Client.Records.Reading;

/// <summary>The records of a response that can be parsed only when it is complete.</summary>
internal sealed class WholeReader<T> : RecordReader<T>
    where T : DialerRecord, new()
{
    private RecordBatch<T>? _batch;

    public WholeReader(RecordBatch<T> batch) => _batch = batch.Records.Count + batch.Problems.Count > 0 ? batch : null;

    public override void Dispose() => _batch = null;

    public override Task<RecordBatch<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        RecordBatch<T>? batch = _batch;
        _batch = null;
        return Task.FromResult(batch);
    }
}
