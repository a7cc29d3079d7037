using Vicidial.Client.Errors;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Requests;

/// <summary>The gate of cmdlets that keep no records of their rows.</summary>
/// <param name="isRefused">Whether a connection's login was rejected in this run.</param>
/// <param name="parameters">The parameters for each row.</param>
internal sealed class DirectGate(Func<VicidialConnection, bool> isRefused, RowParameters parameters) : IRowGate
{
    /// <inheritdoc/>
    public bool IsCheck => false;

    /// <inheritdoc/>
    public bool IsClosedTo(VicidialConnection connection) => isRefused(connection);

    /// <inheritdoc/>
    public RowTicket Admit(RowRequest row, string? key = null) => RowTicket.Plain;

    /// <inheritdoc/>
    public RowTicket Join(IReadOnlyList<RowTicket> tickets) => RowTicket.Plain;

    /// <inheritdoc/>
    public void Reserve(RowRequest row)
    {
    }

    /// <inheritdoc/>
    public RowTicket Reject(RowRequest row, DialerException failure) => RowTicket.Plain;

    /// <inheritdoc/>
    public Task<RequestOutcome> SendAsync(RowRequest row, RowSender send, CancellationToken cancellationToken) => send(row, cancellationToken);

    /// <inheritdoc/>
    public bool IsSafe(RowTicket ticket) => true;

    /// <inheritdoc/>
    public void BeforeOutput(RowTicket ticket)
    {
    }

    /// <inheritdoc/>
    public object Present(object result, object? input) => parameters.Pair(result, input);

    /// <inheritdoc/>
    public LoadSummary? Complete() => null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
