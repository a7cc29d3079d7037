using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Leads that wait to go out in one call, for each connection.</summary>
internal sealed class LeadBatch
{
    private static readonly string[] Names = ["LeadId", "lead_id"];
    private readonly Dictionary<VicidialConnection, List<BatchedLead>> _waiting = [];
    private readonly int _size;

    public LeadBatch(int size) => _size = size;

    /// <summary>The numbers of leads that an object or what was typed names.</summary>
    /// <exception cref="DialerException">It names none.</exception>
    public static IEnumerable<BatchedLead> Read(PSObject? input, IEnumerable<long>? typed)
    {
        object? value = input is null ? null : input.BaseObject is string or int or long ? input.BaseObject : Names.Select(name => input.Properties[name]?.Value).FirstOrDefault(static found => found is not null);
        if (value is not null && long.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out long one))
        {
            return [new BatchedLead(one.ToString(CultureInfo.InvariantCulture), input!)];
        }

        return input is null && typed is not null
            ? typed.Select(static id => new BatchedLead(id.ToString(CultureInfo.InvariantCulture), id))
            : throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No LeadId was given (lead_ids for the dialer).");
    }

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
