using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>list_info: the data of a list, and how many leads it has.</summary>
internal sealed class ListInfo() : DialerFunction(DialerApi.NonAgent, "list_info", "2.14-194")
{
    private const string Header = "list_id|list_name|campaign_id|active|list_changedate|list_lastcalldate|expiration_date|resets_today";

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!MayModifyLists(context))
        {
            return;
        }

        string listId = context.Text("list_id", CharacterFilter.Id);
        if (listId.Length is < 2 or > 14)
        {
            context.Response.Line("ERROR: list_info YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, listId, string.Empty, string.Empty);
            return;
        }

        LeadList? list = long.TryParse(listId, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? context.World.FindList(number)
            : null;
        bool isAllowed = list is not null && context.CallerGroup?.AllowsCampaign(list.CampaignId) == true;
        if (!isAllowed && NonAgentApi.IsListRestricted(context))
        {
            context.Response.Line("ERROR: list_info NOT AN ALLOWED LIST ID - ", listId);
            return;
        }

        if (list is null || !isAllowed)
        {
            context.Response.Line("ERROR: list_info LIST DOES NOT EXIST: |", context.CallerName, listId);
            return;
        }

        Write(context, list);
    }

    /// <summary>Whether the account may change lists. Reading them requires the same permission. If not, writes an error to the response.</summary>
    internal static bool MayModifyLists(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        bool hasRights = caller.ApiAccess && caller.ModifyLists && caller.Level >= 8;
        if (!hasRights)
        {
            context.Response.Line($"ERROR: {context.Function} USER DOES NOT HAVE PERMISSION TO MODIFY LISTS: |", context.CallerName, "0");
        }

        return hasRights;
    }

    internal static string Stamp(DateTime? time) => time is DateTime known ? CallCenter.Stamp(known) : string.Empty;

    private static void Write(FunctionContext context, LeadList list)
    {
        bool counts = context.IsYes("leads_counts", CharacterFilter.Id);
        bool dialable = context.IsYes("dialable_count", CharacterFilter.Id);
        char delimiter = context.Delimiter;
        ResponseWriter response = context.Response;
        if (context.WantsHeader)
        {
            string header = Header + (counts ? "|all_leads_count|new_leads_count" : string.Empty) + (dialable ? "|dialable_count" : string.Empty);
            response.Write(header.Replace('|', delimiter)).Write('\n');
        }

        response.Write(list.Id).Write(delimiter)
            .Write(list.Name).Write(delimiter)
            .Write(list.CampaignId).Write(delimiter)
            .Write(list.IsActive ? 'Y' : 'N').Write(delimiter)
            .Write(Stamp(list.ChangedAt)).Write(delimiter)
            .Write(Stamp(list.LastCallAt)).Write(delimiter)
            .Write(list.ExpiresOn == default ? "0000-00-00" : list.ExpiresOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Write(delimiter)
            .Write(list.ResetsToday);
        IReadOnlyList<Lead> leads = context.World.Leads.InList(list.Id);
        if (counts)
        {
            IReadOnlyList<Lead> counted = context.LeadTable.InList(list.Id);
            response.Write(delimiter).Write(counted.Count).Write(delimiter).Write(Count(counted, lead => lead.Status == "NEW"));
        }

        if (dialable)
        {
            string statuses = " " + (context.World.FindCampaign(list.CampaignId)?.DialStatuses ?? string.Empty) + " ";
            response.Write(delimiter).Write(Count(leads, lead =>
                !lead.IsCalledSinceReset
                && statuses.IndexOf(" " + lead.Status + " ", StringComparison.Ordinal) >= 0
                && context.World.IsCallable(lead)));
        }
        else
        {
            // The dialer itself leaves the last column empty here.
            response.Write(delimiter);
        }

        response.Write('\n');
    }

    private static int Count(IReadOnlyList<Lead> leads, Func<Lead, bool> isCounted)
    {
        int count = 0;
        for (int i = 0; i < leads.Count; i++)
        {
            if (isCounted(leads[i]))
            {
                count++;
            }
        }

        return count;
    }
}
