using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Requests;

/// <summary>
/// What each row passes between being made and being written: admit, ask the user, reserve, wait for its turn, send, show. Nothing
/// is sent that was not reserved, and nothing is shown before it is safe: so a run can be killed at any moment.
/// </summary>
internal interface IRowGate : IDisposable
{
    /// <summary>Whether nothing is sent and rows are only checked.</summary>
    bool IsCheck { get; }

    /// <summary>Whether rows for a connection are not even read.</summary>
    bool IsClosedTo(VicidialConnection connection);

    /// <summary>Decides whether a row is to be sent. On the pipeline thread, before the user is asked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">What names it, if its request does not tell; otherwise null.</param>
    /// <returns>Null if nothing is to be sent of it: an earlier run has done it, it belongs to another part, or it is only checked.</returns>
    RowTicket? Admit(RowRequest row, string? key = null);

    /// <summary>Makes one ticket of those of several rows that go out in one request.</summary>
    RowTicket Join(IReadOnlyList<RowTicket> tickets);

    /// <summary>Takes note that an admitted row will be sent. On the pipeline thread, after the user has agreed.</summary>
    void Reserve(RowRequest row);

    /// <summary>Takes note of a row that cannot be sent. On the pipeline thread.</summary>
    /// <returns>Null if nothing is to be written of it.</returns>
    RowTicket? Reject(RowRequest row, DialerException failure);

    /// <summary>Sends a row whose turn has come, on any thread.</summary>
    Task<RequestOutcome> SendAsync(RowRequest row, RowSender send, CancellationToken cancellationToken);

    /// <summary>Waits until the outcome of a row is safe. On the pipeline thread.</summary>
    void BeforeOutput(RowTicket ticket);

    /// <summary>What goes down the pipeline for a result; null for nothing.</summary>
    object? Present(object result, object? input);

    /// <summary>Ends the run, with the whole input read.</summary>
    /// <returns>The counts, if the run keeps some.</returns>
    LoadSummary? Complete();
}
