using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The duplicate rules of add_lead. Several rules can be separated by hyphens, and an age such as 90DAY limits all of them.</summary>
internal sealed class DuplicateCheck
{
    private const int FirstAge = 90;

    private static readonly int[] Ages = [360, 180, 90, 60, 30, 28, 21, 15, 14, 7, 3, 2, 1];

    private static readonly (string Suffix, string Where)[] Reaches =
    [
        ("LIST", "LIST"),
        ("CAMP", "CAMPAIGN LISTS"),
        ("SYS", "SYSTEM"),
    ];

    private readonly FunctionContext _context;
    private readonly Lead _lead;
    private readonly string _rules;
    private readonly DateTime? _notBefore;

    private DuplicateCheck(FunctionContext context, Lead lead, string rules)
    {
        _context = context;
        _lead = lead;
        _rules = rules;
        _notBefore = NotBefore(rules, context);
    }

    /// <summary>Looks for an existing lead that makes a rule reject the new one.</summary>
    /// <returns>True if there is one. The response names it.</returns>
    public static bool Finds(FunctionContext context, Lead lead, string rules) =>
        rules.Length > 0 && new DuplicateCheck(context, lead, rules).Finds();

    private static DateTime? NotBefore(string rules, FunctionContext context)
    {
        foreach (int days in Ages)
        {
            string token = days.ToString(CultureInfo.InvariantCulture) + "DAY";
            int position = rules.IndexOf(token, StringComparison.Ordinal);
            if (position == 0 || (position > 0 && rules[position - 1] is < '0' or > '9'))
            {
                // Older releases support one age or none, and then use leads of any age.
                return context.World.Generation.Has(days == FirstAge ? "2.14-107" : "2.14-194") ? context.Now.AddDays(-days) : null;
            }
        }

        return null;
    }

    /// <summary>
    /// An apostrophe in a name breaks the search, which ends the request on current PHP. The oldest releases drop the apostrophe before.
    /// </summary>
    private void MustBeSearchable(string rule, params string[] texts)
    {
        if (_rules.IndexOf(rule, StringComparison.Ordinal) >= 0 && Array.Exists(texts, text => text.IndexOf('\'') >= 0))
        {
            throw new PhpFatalException();
        }
    }

    private bool Finds() => FindsPhone() || FindsPhoneOrAlt() || FindsTitleAltPhone() || FindsNamePhone();

    private bool FindsPhone() => Any("DUP", reach =>
    {
        Lead? found = First(_context.World.Leads.WithPhone(_lead.PhoneNumber), reach.Suffix);
        return found is not null && Refuse("PHONE NUMBER", reach, found, _lead.PhoneNumber, null);
    });

    private bool FindsPhoneOrAlt() => _context.World.Generation.Has("2.14-194") && Any("DUPPHONEALT", reach =>
    {
        Lead? found = First(_context.World.Leads.WithPhone(_lead.PhoneNumber), reach.Suffix);
        if (found is not null)
        {
            return Refuse("PHONE NUMBER", reach, found, _lead.PhoneNumber, "PHONE");
        }

        found = First(_context.World.Leads.WithAltPhone(_lead.PhoneNumber), reach.Suffix);
        return found is not null && Refuse("PHONE NUMBER", reach, found, _lead.PhoneNumber, "ALT");
    });

    private bool FindsTitleAltPhone()
    {
        MustBeSearchable("DUPTITLEALTPHONE", _lead.Title, _lead.AltPhone);
        return FindsSameTitleAltPhone();
    }

    private bool FindsSameTitleAltPhone() => Any("DUPTITLEALTPHONE", reach =>
    {
        Lead? found = First(_context.World.Leads.WithAltPhone(_lead.AltPhone), reach.Suffix, lead => Same(lead.Title, _lead.Title));
        return found is not null && Refuse("TITLE ALT_PHONE", reach, found, $"{_lead.Title}|{_lead.AltPhone}", null);
    });

    private bool FindsNamePhone()
    {
        MustBeSearchable("DUPNAMEPHONE", _lead.FirstName, _lead.LastName);
        return FindsSameNamePhone();
    }

    private bool FindsSameNamePhone() => Any("DUPNAMEPHONE", reach =>
    {
        Lead? found = First(
            _context.World.Leads.WithPhone(_lead.PhoneNumber),
            reach.Suffix,
            lead => Same(lead.FirstName, _lead.FirstName) && Same(lead.LastName, _lead.LastName));
        return found is not null && Refuse("NAME PHONE", reach, found, $"{_lead.FirstName}|{_lead.LastName}|{_lead.PhoneNumber}", null);
    });

    private bool Any(string rule, Func<(string Suffix, string Where), bool> finds)
    {
        foreach ((string Suffix, string Where) reach in Reaches)
        {
            if (_rules.IndexOf(rule + reach.Suffix, StringComparison.Ordinal) >= 0 && finds(reach))
            {
                return true;
            }
        }

        return false;
    }

    private Lead? First(IEnumerable<Lead> leads, string reach, Func<Lead, bool>? isSame = null)
    {
        string? campaign = reach == "CAMP" ? _context.World.FindList(_lead.ListId)?.CampaignId : null;
        foreach (Lead lead in leads)
        {
            bool isInReach = reach switch
            {
                "LIST" => lead.ListId == _lead.ListId,
                "CAMP" => campaign is not null && _context.World.FindList(lead.ListId)?.CampaignId == campaign,
                _ => true,
            };
            if (isInReach && !(lead.EntryDate < _notBefore) && isSame?.Invoke(lead) != false)
            {
                return lead;
            }
        }

        return null;
    }

    /// <summary>Compares like the dialer's database, which ignores case.</summary>
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private bool Refuse(string what, (string Suffix, string Where) reach, Lead found, string key, string? kind)
    {
        ResponseWriter response = _context.Response;
        response.Write("ERROR: add_lead DUPLICATE ").Write(what).Write(" IN ").Write(reach.Where).Write(" - ").Write(key)
            .Write('|').Write(_lead.ListId).Write('|').Write(found.Id);
        if (reach.Suffix != "LIST")
        {
            response.Write('|').Write(found.ListId);
        }

        if (kind is not null)
        {
            response.Write('|').Write(kind);
        }

        response.Write('\n');
        return true;
    }
}
