using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Collects the leads of each connection until there are enough for one request.</summary>
internal sealed class LeadBatch
{
    private readonly Dictionary<VicidialConnection, List<BatchedLead>> _waiting = [];
    private readonly int _size;

    public LeadBatch(int size) => _size = size;

    /// <summary>The lead number in an input.</summary>
    /// <param name="reader">Reads columns in the same way as for a lead in its own request.</param>
    /// <param name="parameter">The parameter for the number.</param>
    /// <param name="input">The piped or typed value.</param>
    /// <exception cref="DialerException">The input contains no lead number.</exception>
    public static string ReadId(RequestBuilder reader, string parameter, object? input)
        => input is not null && reader.ReadValue(PSObject.AsPSObject(input), parameter) is { Length: > 0 } id
            ? id
            : throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                $"No value was given for {parameter}, which the dialer requires."
            );

    /// <summary>Adds a lead.</summary>
    /// <returns>The leads to send now, or null while the batch is not full.</returns>
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

    /// <summary>The leads that remain.</summary>
    public IEnumerable<KeyValuePair<VicidialConnection, List<BatchedLead>>> TakeAll()
    {
        var rest = _waiting.ToArray();
        _waiting.Clear();
        return rest;
    }
}
