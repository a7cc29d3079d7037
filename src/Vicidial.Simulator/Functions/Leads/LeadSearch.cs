using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_search: the number of leads for each phone number or vendor lead code, and their IDs.</summary>
internal sealed class LeadSearch() : DialerFunction(DialerApi.NonAgent, "lead_search", "2.14-194")
{
    private const int UsualRecords = 1000;

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        bool isAllowed = caller.ApiAccess && caller.ModifyLeads is >= 1 and <= 5 && caller.Level >= 8;
        if (!NonAgentApi.Permits(context, isAllowed, "SEARCH FOR LEADS"))
        {
            return;
        }

        string phones = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string codes = context.Text("vendor_lead_code", CharacterFilter.FreeText);
        string leadId = context.Text("lead_id", CharacterFilter.Digits);
        string method = context.Text("search_method", CharacterFilter.Id);
        method = method.Length == 0 ? "PHONE_NUMBER" : method;
        bool byLead = method.Contains("LEAD_ID") && (leadId.Length > 0 || context.Text("lead_ids", CharacterFilter.PhoneNumbers).Length > 0);
        string[] vendorKeys = method.Contains("VENDOR_LEAD_CODE") ? Array.FindAll(codes.Split(','), code => code.Length > 0) : [];
        string[] numbers = method.Contains("PHONE_NUMBER") ? Array.FindAll(phones.Split(','), phone => phone.Length is > 5 and < 19) : [];
        if (!byLead && vendorKeys.Length == 0 && numbers.Length == 0)
        {
            context.Response.Line(
                "ERROR: lead_search NO VALID SEARCH METHOD - ",
                context.CallerName,
                method,
                leadId + "(0)",
                codes + "(0)",
                phones + "(0)");
            return;
        }

        string listId = context.Text("list_id", CharacterFilter.Id);
        if (listId.Length > 0 && NonAgentApi.IsListRestricted(context)
            && context.CallerGroup?.AllowsCampaign(FindList(context.World, listId)?.CampaignId ?? string.Empty) != true)
        {
            context.Response.Line("ERROR: lead_search NOT AN ALLOWED LIST ID - ", phones, listId);
            return;
        }

        if (byLead)
        {
            // The dialer's own query for this method is invalid.
            context.FailAtQuery();
            return;
        }

        bool isByKey = vendorKeys.Length > 0;
        string[] keys = isByKey ? vendorKeys : numbers;
        Dictionary<string, List<long>> found = Find(context, keys, isByKey, FindList(context.World, listId));
        if (found.Count == 0)
        {
            context.Response.Line("ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |", context.CallerName, leadId, codes, phones);
            return;
        }

        Write(context, keys, found);
    }

    private static LeadList? FindList(CallCenter world, string listId) =>
        long.TryParse(listId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? world.FindList(id) : null;

    /// <summary>The newest leads of all keys together, up to the number that the caller requests.</summary>
    private static Dictionary<string, List<long>> Find(FunctionContext context, string[] keys, bool isByKey, LeadList? list)
    {
        LeadStore table = context.LeadTable;
        string[] wanted = [.. keys.Distinct(StringComparer.OrdinalIgnoreCase)];
        IEnumerable<(string Key, Lead Lead)> matches = isByKey
            ? table.WithVendorLeadCodes(wanted).Select(lead => (lead.VendorLeadCode, lead))
            : wanted.SelectMany(number => table.WithPhone(number).Select(lead => (number, lead)));
        string location = context.Text("search_location", CharacterFilter.Capitals);
        int records =
            int.TryParse(context.Text("records", CharacterFilter.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0
                ? asked
                : UsualRecords;
        var found = new Dictionary<string, List<long>>(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, Lead lead) in matches.Where(match => IsThere(context.World, match.Lead, location, list))
            .OrderByDescending(match => match.Lead.Id).Take(records))
        {
            if (!found.TryGetValue(key, out List<long>? ids))
            {
                ids = [];
                found.Add(key, ids);
            }

            ids.Add(lead.Id);
        }

        return found;
    }

    private static bool IsThere(CallCenter world, Lead lead, string location, LeadList? list) => location switch
    {
        "LIST" => lead.ListId == list?.Id,
        "CAMPAIGN" => list is not null && world.FindList(lead.ListId)?.CampaignId == list.CampaignId,
        _ => true,
    };

    private static void Write(FunctionContext context, string[] keys, Dictionary<string, List<long>> found)
    {
        if (context.WantsHeader)
        {
            // The dialer has no delimiter set at this place.
            context.Response.Write("search_keyrecords_foundlead_ids\n");
        }

        foreach (string key in keys)
        {
            found.TryGetValue(key, out List<long>? ids);
            context.Response.Write(key).Write('|').Write(ids?.Count ?? 0).Write('|');
            for (int i = 0; i < ids?.Count; i++)
            {
                context.Response.Write(i > 0 ? "-" : string.Empty).Write(ids[i]);
            }

            context.Response.Write('\n');
        }
    }
}
