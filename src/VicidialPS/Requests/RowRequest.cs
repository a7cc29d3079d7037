using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>A row with its request and its connection. Without a request, it is an input that the module rejects.</summary>
internal sealed class RowRequest(VicidialConnection? connection, ApiRequest? request, object? input, bool namesConnection)
{
    /// <summary>The connection; null if it could not be determined.</summary>
    public VicidialConnection? Connection { get; } = connection;

    /// <summary>The request.</summary>
    public ApiRequest? Request { get; } = request;

    /// <summary>The target object of errors.</summary>
    public object? Input { get; } = input;

    /// <summary>Whether the input names the connection, so that the next one can name another.</summary>
    public bool NamesConnection { get; } = namesConnection;

    /// <summary>The gate's ticket for the row.</summary>
    public RowTicket Ticket { get; set; } = RowTicket.Plain;

    /// <summary>Its turn among rows for the same thing; null if it does not wait.</summary>
    public KeyedTurns.Turn? Turn { get; set; }

    /// <summary>The outcome of a row that failed.</summary>
    public RequestOutcome Fail(DialerException failure) => new(null, Connection is null ? failure : failure.At(Connection.Name));
}
