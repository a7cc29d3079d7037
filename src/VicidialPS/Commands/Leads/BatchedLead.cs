using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <summary>A lead that goes out with others in one call.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Input">What it was taken from.</param>
/// <param name="NamesConnection">Whether that names its connection, so that others may name another.</param>
/// <param name="Ticket">What the gate knows of it.</param>
internal sealed record BatchedLead(string Id, object Input, bool NamesConnection, RowTicket Ticket);
