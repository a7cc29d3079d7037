using Vicidial.Client.Bulk;
using VicidialPS.Streams;

namespace VicidialPS.Requests;

/// <summary>
/// The requests of a run. They are sent in parallel, and their outcomes are written in input order on the pipeline thread, which does
/// queued work whenever it waits here.
/// </summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly OrderedPump<RowRequest, RequestOutcome> _pump;
    private readonly RowSender _send;
    private readonly Dictionary<Uri, KeyedTurns> _turns = [];
    private readonly PipelineThread _thread;
    private readonly Action<RowRequest, RequestOutcome> _write;
    private readonly Func<RowRequest, bool> _isSafe;
    private readonly Func<bool> _isStopping;
    private readonly bool _isOneByOne;

    /// <summary>Creates a queue.</summary>
    /// <param name="maximumInFlight">The maximum number of parallel requests.</param>
    /// <param name="send">Sends a request.</param>
    /// <param name="thread">The pipeline thread.</param>
    /// <param name="isSafe">Whether the outcome of a request can be written without waiting.</param>
    /// <param name="write">Writes the outcome of a request.</param>
    /// <param name="isStopping">Whether the pipeline is stopping.</param>
    public RequestQueue(
        int maximumInFlight,
        RowSender send,
        PipelineThread thread,
        Func<RowRequest, bool> isSafe,
        Action<RowRequest, RequestOutcome> write,
        Func<bool> isStopping
    )
    {
        _pump = new OrderedPump<RowRequest, RequestOutcome>(maximumInFlight, SendInTurnAsync);
        _send = send;
        _thread = thread;
        _isSafe = isSafe;
        _write = write;
        _isStopping = isStopping;
        _isOneByOne = maximumInFlight == 1;
        thread.SetWake(_pump.Wake);
    }

    /// <inheritdoc/>
    public void Dispose() => _pump.Dispose();

    /// <summary>Adds a request. Writes results while the queue is full.</summary>
    /// <param name="row">The request.</param>
    /// <param name="things">The things that it changes. Requests to one dialer for the same thing are sent in input order.</param>
    public void Put(RowRequest row, IReadOnlyCollection<string> things)
    {
        if (things.Count > 0)
        {
            if (!_turns.TryGetValue(row.Connection!.Uri, out KeyedTurns? turns))
            {
                _turns.Add(row.Connection.Uri, turns = new KeyedTurns());
            }

            row.Turn = turns.Take(things);
        }

        Put(row, known: null);
    }

    /// <summary>Adds a request whose outcome is already known, at its place among the others.</summary>
    public void PutOutcome(RowRequest row, RequestOutcome outcome) => Put(row, outcome);

    private void Put(RowRequest row, RequestOutcome? known)
    {
        _thread.DoWork();
        while (!(known is null ? _pump.TryAdd(row) : _pump.TryAddResult(row, known)))
        {
            TakeResults(_pump.Batch);
        }

        // With a throttle limit of 1, a result is emitted before the next input is read.
        TakeResults(results: 0);
        while (_isOneByOne && _pump.Count > 0)
        {
            TakeResults(results: 1);
        }
    }

    /// <summary>Waits for all requests and writes their results.</summary>
    public void Finish()
    {
        while (_pump.Count > 0)
        {
            TakeResults(results: 1);
        }

        _thread.DoWork();
    }

    /// <summary>Starts no more requests.</summary>
    public void StopStarting() => _pump.StopStarting();

    /// <summary>Waits some time for the requests in flight, then cancels them.</summary>
    /// <returns>The number of requests that did not end in time.</returns>
    public int Abandon(TimeSpan grace) => _pump.Count == 0 ? 0 : _pump.Abandon(grace);

    private Task<RequestOutcome> SendInTurnAsync(RowRequest row, CancellationToken cancellationToken)
        => row.Turn is { } turn ? SendInTurnAsync(row, turn, cancellationToken) : _send(row, cancellationToken);

    private async Task<RequestOutcome> SendInTurnAsync(RowRequest row, KeyedTurns.Turn turn, CancellationToken cancellationToken)
    {
        using (turn)
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await _send(row, cancellationToken).ConfigureAwait(false);
        }
    }

    private void TakeResults(int results)
    {
        if (results > 0)
        {
            _pump.Wait(results);
            if (_isStopping())
            {
                throw new PipelineStoppedException();
            }
        }

        // The first result may have to wait for the disk. The other results of its group do not have to wait, and those of the next group come later.
        _thread.DoWork();
        bool mayWait = results > 0;
        while (_pump.TryTake(out RowRequest? row, out RequestOutcome? outcome, mayWait ? null : _isSafe))
        {
            _write(row, outcome!);
            mayWait = false;
        }
    }
}
