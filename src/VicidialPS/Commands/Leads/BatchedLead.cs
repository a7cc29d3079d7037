using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <summary>A lead that is sent with others in one request.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Input">The input object or value.</param>
/// <param name="NamesConnection">Whether the input names its connection, so that other inputs can name another one.</param>
/// <param name="Ticket">The gate's ticket for the lead.</param>
internal sealed record BatchedLead(string Id, object Input, bool NamesConnection, RowTicket Ticket);
