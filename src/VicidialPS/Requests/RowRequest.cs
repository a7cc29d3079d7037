using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>One row on its way: what is sent for it and where to. Without a request it stands for an input that is rejected here.</summary>
internal sealed class RowRequest(VicidialConnection? connection, ApiRequest? request, object? input, bool namesConnection)
{
    /// <summary>Where the request goes; null if that could not be found out.</summary>
    public VicidialConnection? Connection { get; } = connection;

    /// <summary>The request.</summary>
    public ApiRequest? Request { get; } = request;

    /// <summary>What errors name as their target.</summary>
    public object? Input { get; } = input;

    /// <summary>Whether the input itself named the connection, so that the next one may name another.</summary>
    public bool NamesConnection { get; } = namesConnection;

    /// <summary>What the gate knows of it.</summary>
    public RowTicket Ticket { get; set; } = RowTicket.Plain;

    /// <summary>Its turn among rows for the same thing; null if it waits for none.</summary>
    public KeyedTurns.Turn? Turn { get; set; }

    /// <summary>The outcome of a row that failed.</summary>
    public RequestOutcome Fail(DialerException failure) => new(null, Connection is null ? failure : failure.At(Connection.Name));
}
