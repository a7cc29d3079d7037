using Vicidial.Client.Errors;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Requests;

/// <summary>
/// The steps of each row: admit, confirm, reserve, wait for its turn, send, and show. Nothing is sent before it is reserved, and nothing is
/// shown before its outcome is stored, so a run can be killed at any moment.
/// </summary>
internal interface IRowGate : IDisposable
{
    /// <summary>Whether rows are only checked, and nothing is sent.</summary>
    bool IsCheck { get; }

    /// <summary>Whether rows for a connection are not read any more.</summary>
    bool IsClosedTo(VicidialConnection connection);

    /// <summary>Decides whether to send a row. On the pipeline thread, before the confirmation.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The value that identifies the row, if its request does not contain it; otherwise null.</param>
    /// <returns>Null if the row is not sent: an earlier run has done it, it belongs to another shard, or it is only checked.</returns>
    RowTicket? Admit(RowRequest row, string? key = null);

    /// <summary>Joins the tickets of several rows that are sent in one request.</summary>
    RowTicket Join(IReadOnlyList<RowTicket> tickets);

    /// <summary>Records that an admitted row will be sent. On the pipeline thread, after the confirmation.</summary>
    void Reserve(RowRequest row);

    /// <summary>Records a row that cannot be sent. On the pipeline thread.</summary>
    /// <returns>Null if nothing is to be written about it.</returns>
    RowTicket? Reject(RowRequest row, DialerException failure);

    /// <summary>Sends a row when it is its turn. On any thread.</summary>
    Task<RequestOutcome> SendAsync(RowRequest row, RowSender send, CancellationToken cancellationToken);

    /// <summary>Whether the outcome of a row is stored.</summary>
    bool IsSafe(RowTicket ticket);

    /// <summary>Waits until the outcome of a row is stored. On the pipeline thread.</summary>
    void BeforeOutput(RowTicket ticket);

    /// <summary>The output for a result; null for none.</summary>
    object? Present(object result, object? input);

    /// <summary>Ends the run after the whole input was read.</summary>
    /// <returns>The counts, if the run has any.</returns>
    LoadSummary? Complete();
}
