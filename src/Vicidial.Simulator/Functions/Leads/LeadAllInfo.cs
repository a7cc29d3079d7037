using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_all_info: all data of a lead, or of the leads with a phone number.</summary>
internal sealed class LeadAllInfo() : DialerFunction(DialerApi.NonAgent, "lead_all_info", "2.14-194")
{
    private const int MostLeads = 1000;

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        bool isAllowed = caller.ApiAccess && caller.ViewReports && caller.ModifyLeads is >= 1 and <= 5 && caller.Level >= 8;
        if (!NonAgentApi.Permits(context, isAllowed, "GET LEAD INFO"))
        {
            return;
        }

        string leadId = context.Text("lead_id", CharacterFilter.Digits);
        string phone = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        List<Lead> leads = Find(context.LeadTable, leadId, phone);
        if (leads.Count == 0)
        {
            context.Response.Line("ERROR: lead_all_info LEAD NOT FOUND: ", context.CallerName, leadId, phone);
            return;
        }

        foreach (Lead lead in leads)
        {
            LeadList? list = context.World.FindList(lead.ListId);
            if (list is null || context.CallerGroup?.AllowsCampaign(list.CampaignId) != true)
            {
                if (list is not null)
                {
                    context.Response.Line("ERROR: lead_all_info LIST NOT FOUND: ", context.CallerName, leadId, phone);
                }

                context.Response.Line(
                    "ERROR: lead_all_info LIST NOT FOUND: ",
                    context.CallerName,
                    leadId,
                    phone,
                    FunctionContext.Number(lead.ListId)
                );
                continue;
            }

            if (!Write(context, lead))
            {
                return;
            }
        }
    }

    private static List<Lead> Find(LeadStore table, string leadId, string phone)
    {
        var leads = new List<Lead>();
        if (leadId.Length > 0)
        {
            if (long.TryParse(leadId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && table.Find(id) is Lead lead)
            {
                leads.Add(lead);
            }
        }
        else if (phone.Length is >= 6 and <= 19)
        {
            leads.AddRange(table.WithPhone(phone));
            leads.Sort((one, other) => other.Id.CompareTo(one.Id));
            if (leads.Count > MostLeads)
            {
                leads.RemoveRange(MostLeads, leads.Count - MostLeads);
            }
        }

        return leads;
    }

    /// <summary>Writes the lead; false if a failed statement ended the response.</summary>
    private static bool Write(FunctionContext context, Lead lead)
    {
        IReadOnlyList<string>? labels = null;
        string[]? custom = null;
        if (context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            labels = CustomFieldRow.Labels(context.World, CustomList(context, lead));

            // The dialer uses only the table of the list that the lead was added to, and fails if it does not exist.
            if (labels is null)
            {
                context.FailAtQuery();
                return false;
            }

            custom = CustomFieldRow.Values(context, lead, labels);
        }

        string[] names = LeadColumns.Names(LeadColumns.All);
        string[] values = LeadColumns.Values(lead, LeadColumns.All);
        if (!context.LogFound(string.Join("|", values)))
        {
            return false;
        }

        if (context.WantsHeader)
        {
            context.Response.Row(context.FieldDelimiter, custom is null ? names : [.. names, .. labels!]);
        }

        context.Response.Row(context.FieldDelimiter, custom is null ? values : [.. values, .. custom]);
        return true;
    }

    private static long CustomList(FunctionContext context, Lead lead) =>
        long.TryParse(context.Text("force_entry_list_id", CharacterFilter.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out long forced)
        && forced > 0
            ? forced
            : lead.EntryListId;
}
