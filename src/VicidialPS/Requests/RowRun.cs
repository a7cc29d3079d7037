using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Streams;

namespace VicidialPS.Requests;

/// <summary>
/// Takes the rows of a run through their steps: admit, confirm, reserve, wait for the turn, send, and write the results in input order.
/// </summary>
internal sealed class RowRun : IDisposable
{
    // When the user stops, requests in flight may still get their response, because that is better than an unknown outcome.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // All of them have the same rejected login, so their responses arrive soon.
    private static readonly TimeSpan RefusalGrace = TimeSpan.FromSeconds(10);

    private readonly IRowGate _gate;
    private readonly IRowTarget _target;
    private readonly IRunHost _host;
    private readonly RowProgress _progress;
    private readonly RequestQueue _queue;

    /// <summary>Starts a run.</summary>
    /// <param name="gate">The gate for each row.</param>
    /// <param name="target">What to do for each row.</param>
    /// <param name="host">The cmdlet.</param>
    /// <param name="progress">Shows the progress.</param>
    /// <param name="thread">The pipeline thread.</param>
    /// <param name="throttleLimit">The maximum number of parallel requests.</param>
    public RowRun(IRowGate gate, IRowTarget target, IRunHost host, RowProgress progress, PipelineThread thread, int throttleLimit)
    {
        _gate = gate;
        _target = target;
        _host = host;
        _progress = progress;
        RowSender invoke = InvokeAsync;
        _queue = new RequestQueue(
            throttleLimit,
            (row, token) => _gate.SendAsync(row, invoke, token),
            thread,
            row => _gate.IsSafe(row.Ticket),
            Write,
            () => _host.IsStopping
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.Dispose();
        _gate.Dispose();
    }

    /// <summary>Sends a row, unless the gate or the user rejects it.</summary>
    public void Submit(RowRequest row)
    {
        if (_gate.Admit(row) is { } ticket)
        {
            Submit(row, ticket);
        }
    }

    /// <summary>Sends rows that were admitted separately in one request, unless the user rejects it.</summary>
    public void Submit(RowRequest row, IReadOnlyList<RowTicket> tickets) => Submit(row, _gate.Join(tickets));

    /// <summary>Records a row that cannot be sent. Its error is written at its place among the results.</summary>
    public void Reject(RowRequest row, DialerException failure)
    {
        if (_gate.Reject(row, failure) is { } ticket)
        {
            row.Ticket = ticket;
            _queue.PutOutcome(row, new RequestOutcome(null, failure));
        }
    }

    /// <summary>Waits for all rows and writes their results.</summary>
    public void Finish()
    {
        _queue.Finish();
        _progress.Complete();
    }

    /// <summary>Starts no more requests.</summary>
    public void StopStarting() => _queue.StopStarting();

    /// <summary>Waits some time for the requests in flight, then cancels them.</summary>
    /// <param name="isRefused">Whether the run ends because the dialer refused the login.</param>
    /// <param name="functionName">The API function.</param>
    /// <returns>A warning about the requests that did not end in time; null if all ended.</returns>
    public string? Abandon(bool isRefused, string functionName)
    {
        int count = _queue.Abandon(isRefused ? RefusalGrace : Grace);
        return count == 0 ? null
            : isRefused
                ? $"The dialer refused the login while {count} other {functionName} requests were in flight. It has probably refused them, too."
            : $"{count} {functionName} requests were in flight when the pipeline stopped. Their outcome is unknown.";
    }

    private void Submit(RowRequest row, RowTicket ticket)
    {
        if (!_target.IsAgreed(row))
        {
            _progress.Skip();
            return;
        }

        row.Ticket = ticket;
        _gate.Reserve(row);
        _queue.Put(row, _target.GetTurnKeys(row.Request!));
    }

    private async Task<RequestOutcome> InvokeAsync(RowRequest row, CancellationToken cancellationToken)
    {
        try
        {
            return new RequestOutcome(await _target.InvokeAsync(row.Request!, row.Connection!, cancellationToken).ConfigureAwait(false), null);
        }
        catch (DialerException failure)
        {
            return row.Fail(failure);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new RequestOutcome(
                null,
                new DialerException(
                    "Unforeseen",
                    DialerErrorKind.OutcomeUnknown,
                    $"{row.Request!.Function.Name} ended with an unexpected {unforeseen.GetType().Name}."
                )
            );
        }
    }

    private void Write(RowRequest row, RequestOutcome outcome)
    {
        _gate.BeforeOutput(row.Ticket);
        int failed = 0;
        if (outcome.Failure is { } failure)
        {
            failed = row.Ticket.Count;
            _host.WriteFailure(failure, row.Input, row);
        }
        else if (outcome.Result is IReadOnlyList<object> several)
        {
            failed = Math.Min(row.Ticket.Count, several.Count(static one => one is ItemFailure));
            for (int i = 0; i < several.Count; i++)
            {
                Write(several[i], row.Input is object[] inputs && inputs.Length == several.Count ? inputs[i] : row.Input, row);
            }
        }
        else if (outcome.Result is { } result)
        {
            Write(result, row.Input, row);
        }

        _progress.Add(row.Ticket.Count, failed);
    }

    private void Write(object result, object? input, RowRequest row)
    {
        if (result is ItemFailure { Failure: var problem, Input: var own })
        {
            // The target is the piped object or, for several inputs in one request, the input that failed.
            _host.WriteFailure(problem.At(row.Connection!.Name), row.Input as PSObject ?? own, row);
            return;
        }

        var part = result as PartlyDone;
        object done = part?.Result ?? result;
        _target.WriteNotices(done);
        if (_gate.Present(done, input) is { } output)
        {
            _host.Write(output);
        }

        if (part is not null)
        {
            _host.WriteFailure(part.Failure.At(row.Connection!.Name), input, row);
        }
    }
}
