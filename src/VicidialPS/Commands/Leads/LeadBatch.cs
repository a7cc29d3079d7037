using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Leads that wait to go out in one request, for each connection.</summary>
internal sealed class LeadBatch
{
    private readonly Dictionary<VicidialConnection, List<BatchedLead>> _waiting = [];
    private readonly int _size;

    public LeadBatch(int size) => _size = size;

    /// <summary>The number of the lead that an input names.</summary>
    /// <param name="reader">Reads columns as they are read of a lead that goes out alone.</param>
    /// <param name="parameter">The parameter for the number.</param>
    /// <param name="input">What was piped in or typed.</param>
    /// <exception cref="DialerException">It names none.</exception>
    public static string ReadId(RequestBuilder reader, string parameter, object? input)
        => input is not null && reader.ReadValue(PSObject.AsPSObject(input), parameter) is { Length: > 0 } id
            ? id
            : throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                $"No {parameter} was given (lead_ids for the dialer)."
            );

    /// <summary>Takes a lead in.</summary>
    /// <returns>The leads to send now, or null while there is room.</returns>
    public IReadOnlyList<BatchedLead>? Add(VicidialConnection connection, BatchedLead lead)
    {
        if (!_waiting.TryGetValue(connection, out List<BatchedLead>? leads))
        {
            _waiting.Add(connection, leads = []);
        }

        leads.Add(lead);
        if (leads.Count < _size)
        {
            return null;
        }

        _waiting.Remove(connection);
        return leads;
    }

    /// <summary>The leads that are left.</summary>
    public IEnumerable<KeyValuePair<VicidialConnection, List<BatchedLead>>> TakeAll()
    {
        var rest = _waiting.ToArray();
        _waiting.Clear();
        return rest;
    }
}
