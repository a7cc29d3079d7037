using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk;
using VicidialPS.Streams;

namespace VicidialPS.Requests;

/// <summary>
/// The requests of one run: they go out side by side, and what came of them is written in the order of the input, on the
/// pipeline thread, which does the work of other threads whenever it waits here.
/// </summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly OrderedPump<RequestJob, RequestOutcome> _pump;
    private readonly PipelineThread _thread;
    private readonly Action<RequestJob, RequestOutcome> _write;
    private readonly Func<bool> _isStopping;
    private readonly bool _isOneByOne;

    /// <summary>Makes a queue.</summary>
    /// <param name="maximumInFlight">How many requests are under way at once.</param>
    /// <param name="send">Makes a request.</param>
    /// <param name="thread">The pipeline thread.</param>
    /// <param name="write">Writes what came of a request.</param>
    /// <param name="isStopping">Whether the pipeline is being stopped.</param>
    public RequestQueue(
        int maximumInFlight,
        Func<RequestJob, CancellationToken, Task<RequestOutcome>> send,
        PipelineThread thread,
        Action<RequestJob, RequestOutcome> write,
        Func<bool> isStopping
    )
    {
        _pump = new OrderedPump<RequestJob, RequestOutcome>(maximumInFlight, send);
        _thread = thread;
        _write = write;
        _isStopping = isStopping;
        _isOneByOne = maximumInFlight == 1;
        thread.SetWake(_pump.Wake);
    }

    /// <inheritdoc/>
    public void Dispose() => _pump.Dispose();

    /// <summary>Adds a request, or one whose outcome is known already; writes results while there is no room.</summary>
    public void Put(RequestJob job, RequestOutcome? known)
    {
        _thread.DoWork();
        while (!(known is null ? _pump.TryAdd(job) : _pump.TryAddResult(job, known)))
        {
            TakeResults(_pump.Batch);
        }

        // One by one means that a result leaves before the next input is read.
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

    /// <summary>Starts nothing new from now on.</summary>
    public void StopStarting() => _pump.StopStarting();

    /// <summary>Gives what is under way some time, then cancels it.</summary>
    /// <returns>The number of requests whose end was not seen.</returns>
    public int Abandon(TimeSpan grace) => _pump.Count == 0 ? 0 : _pump.Abandon(grace);

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

        _thread.DoWork();
        while (_pump.TryTake(out RequestJob? job, out RequestOutcome? outcome))
        {
            _write(job, outcome!);
        }
    }
}
