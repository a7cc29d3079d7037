using System;
using System.Collections.Generic;

namespace Vicidial.Simulator;

/// <summary>All leads, with indexes by number and by list, so that adding one costs the same however many there are.</summary>
public sealed class LeadStore
{
    private static readonly Lead[] None = [];

    private readonly Dictionary<long, Lead> _byId = [];
    private readonly Dictionary<long, List<Lead>> _byList = [];
    private readonly Dictionary<string, (Lead First, Lead Last)> _byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Lead First, Lead Last)> _byAltPhone = new(StringComparer.Ordinal);

    internal LeadStore()
    {
    }

    /// <summary>How many leads there are.</summary>
    public int Count => _byId.Count;

    /// <summary>The number that the next lead added gets.</summary>
    public long NextId { get; internal set; } = 10001;

    internal long HighestId { get; private set; }

    /// <summary>Finds a lead.</summary>
    /// <param name="leadId">Its number.</param>
    /// <returns>The lead, or null.</returns>
    public Lead? Find(long leadId) => _byId.TryGetValue(leadId, out Lead? lead) ? lead : null;

    /// <summary>The leads of a list, oldest first.</summary>
    /// <param name="listId">The list's number.</param>
    /// <returns>The leads; empty for an unknown list.</returns>
    public IReadOnlyList<Lead> InList(long listId) => _byList.TryGetValue(listId, out List<Lead>? leads) ? leads : None;

    /// <summary>The leads with a number, oldest first.</summary>
    /// <param name="phoneNumber">The number.</param>
    /// <returns>The leads.</returns>
    public IEnumerable<Lead> WithPhone(string phoneNumber)
    {
        for (Lead? lead = First(_byPhone, phoneNumber); lead is not null; lead = lead.NextSamePhone)
        {
            yield return lead;
        }
    }

    /// <summary>The leads with a second number, oldest first.</summary>
    /// <param name="altPhone">The second number.</param>
    /// <returns>The leads.</returns>
    public IEnumerable<Lead> WithAltPhone(string altPhone)
    {
        for (Lead? lead = First(_byAltPhone, altPhone); lead is not null; lead = lead.NextSameAltPhone)
        {
            yield return lead;
        }
    }

    internal Lead Add(Lead lead)
    {
        if (lead.Id == 0)
        {
            lead.Id = NextId;
        }

        _byId.Add(lead.Id, lead);
        HighestId = Math.Max(HighestId, lead.Id);
        NextId = Math.Max(NextId, lead.Id + 1);
        if (!_byList.TryGetValue(lead.ListId, out List<Lead>? list))
        {
            list = [];
            _byList.Add(lead.ListId, list);
        }

        list.Add(lead);
        if (_byPhone.TryGetValue(lead.PhoneNumber, out (Lead First, Lead Last) same))
        {
            same.Last.NextSamePhone = lead;
            _byPhone[lead.PhoneNumber] = (same.First, lead);
        }
        else
        {
            _byPhone.Add(lead.PhoneNumber, (lead, lead));
        }

        if (lead.AltPhone.Length > 0)
        {
            if (_byAltPhone.TryGetValue(lead.AltPhone, out same))
            {
                same.Last.NextSameAltPhone = lead;
                _byAltPhone[lead.AltPhone] = (same.First, lead);
            }
            else
            {
                _byAltPhone.Add(lead.AltPhone, (lead, lead));
            }
        }

        return lead;
    }

    private static Lead? First(Dictionary<string, (Lead First, Lead Last)> index, string number) =>
        index.TryGetValue(number, out (Lead First, Lead Last) found) ? found.First : null;
}
