namespace Vicidial.Simulator.World;

/// <summary>All leads, with indexes by number and by list, so that adding a lead takes the same time however many there are.</summary>
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

    /// <summary>The number of leads.</summary>
    public int Count => _byId.Count;

    /// <summary>The ID of the next lead that is added.</summary>
    public long NextId { get; internal set; } = 10001;

    internal long HighestId { get; private set; }

    /// <summary>Finds a lead.</summary>
    /// <param name="leadId">Its ID.</param>
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

    /// <summary>All leads, in no particular order.</summary>
    internal IEnumerable<Lead> All => _byId.Values;

    /// <summary>The leads with any of the vendor lead codes, which ignore case and have no index.</summary>
    internal IEnumerable<Lead> WithVendorLeadCodes(ICollection<string> codes)
    {
        var wanted = new HashSet<string>(codes, StringComparer.OrdinalIgnoreCase);
        foreach (Lead lead in _byId.Values)
        {
            if (wanted.Contains(lead.VendorLeadCode))
            {
                yield return lead;
            }
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
        LinkList(lead);
        LinkPhone(lead);
        LinkAltPhone(lead);
        return lead;
    }

    internal void Remove(Lead lead)
    {
        _byId.Remove(lead.Id);
        UnlinkList(lead, lead.ListId);
        UnlinkPhone(lead, lead.PhoneNumber);
        UnlinkAltPhone(lead, lead.AltPhone);
    }

    /// <summary>Removes the leads of a list.</summary>
    /// <returns>How many there were.</returns>
    internal int RemoveList(long listId)
    {
        Lead[] leads = [.. InList(listId)];
        for (int i = leads.Length - 1; i >= 0; i--)
        {
            Remove(leads[i]);
        }

        return leads.Length;
    }

    /// <summary>Updates the indexes for a lead. A lead with a new list or number counts as the newest there.</summary>
    internal void Change(Lead lead, Action<Lead> change)
    {
        (long listId, string phone, string altPhone) = (lead.ListId, lead.PhoneNumber, lead.AltPhone);
        change(lead);
        if (lead.ListId != listId)
        {
            UnlinkList(lead, listId);
            LinkList(lead);
        }

        if (lead.PhoneNumber != phone)
        {
            UnlinkPhone(lead, phone);
            LinkPhone(lead);
        }

        if (lead.AltPhone != altPhone)
        {
            UnlinkAltPhone(lead, altPhone);
            LinkAltPhone(lead);
        }
    }

    private static Lead? First(Dictionary<string, (Lead First, Lead Last)> index, string number) =>
        index.TryGetValue(number, out (Lead First, Lead Last) found) ? found.First : null;

    private void UnlinkList(Lead lead, long listId)
    {
        List<Lead> list = _byList[listId];
        list.RemoveAt(list.LastIndexOf(lead));
    }

    private void UnlinkPhone(Lead lead, string phone) =>
        Unlink(_byPhone, phone, lead, one => one.NextSamePhone, (one, next) => one.NextSamePhone = next);

    private void UnlinkAltPhone(Lead lead, string altPhone)
    {
        if (altPhone.Length > 0)
        {
            Unlink(_byAltPhone, altPhone, lead, one => one.NextSameAltPhone, (one, next) => one.NextSameAltPhone = next);
        }
    }

    private static void Unlink(
        Dictionary<string, (Lead First, Lead Last)> index, string number, Lead lead, Func<Lead, Lead?> next, Action<Lead, Lead?> setNext)
    {
        (Lead first, Lead last) = index[number];
        Lead? previous = null;
        for (Lead one = first; one != lead; one = next(one)!)
        {
            previous = one;
        }

        Lead? following = next(lead);
        setNext(lead, null);
        if (previous is not null)
        {
            setNext(previous, following);
            index[number] = (first, following is null ? previous : last);
        }
        else if (following is not null)
        {
            index[number] = (following, last);
        }
        else
        {
            index.Remove(number);
        }
    }

    private void LinkList(Lead lead)
    {
        if (!_byList.TryGetValue(lead.ListId, out List<Lead>? list))
        {
            list = [];
            _byList.Add(lead.ListId, list);
        }

        list.Add(lead);
    }

    private void LinkPhone(Lead lead)
    {
        if (_byPhone.TryGetValue(lead.PhoneNumber, out (Lead First, Lead Last) same))
        {
            same.Last.NextSamePhone = lead;
            _byPhone[lead.PhoneNumber] = (same.First, lead);
        }
        else
        {
            _byPhone.Add(lead.PhoneNumber, (lead, lead));
        }
    }

    private void LinkAltPhone(Lead lead)
    {
        if (lead.AltPhone.Length == 0)
        {
            return;
        }

        if (_byAltPhone.TryGetValue(lead.AltPhone, out (Lead First, Lead Last) same))
        {
            same.Last.NextSameAltPhone = lead;
            _byAltPhone[lead.AltPhone] = (same.First, lead);
        }
        else
        {
            _byAltPhone.Add(lead.AltPhone, (lead, lead));
        }
    }
}
