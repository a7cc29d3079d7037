using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>list_custom_fields: the labels of the custom fields of one list or of all.</summary>
internal sealed class ListCustomFields() : DialerFunction(DialerApi.NonAgent, "list_custom_fields", "2.14-194")
{
    private const string AllLists = "---ALL---";
    private const string Columns = "list_id|list_name|campaign_id|active|list_changedate|list_lastcalldate|custom_fields_list_space_delimited";

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!context.World.Settings.CustomFieldsEnabled)
        {
            context.Response.Line("ERROR: CUSTOM LIST FIELDS ARE NOT ENABLED ON THIS SYSTEM: |", context.CallerName, Name, string.Empty);
            return;
        }

        if (!ListInfo.MayModifyLists(context))
        {
            return;
        }

        string id = context.Text("list_id", CharacterFilter.Id);
        if (id.Length is < 2 or > 14)
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, id, string.Empty, string.Empty);
            return;
        }

        List<LeadList> lists = context.World.Lists.Values
            .Where(list => (id == AllLists || list.Id.ToString(CultureInfo.InvariantCulture) == id)
                && context.CallerGroup?.AllowsCampaign(list.CampaignId) == true)
            .ToList();
        if (lists.Count == 0)
        {
            if (NonAgentApi.IsListRestricted(context))
            {
                context.Response.Line($"ERROR: {Name} NOT AN ALLOWED LIST ID - ", id);
            }
            else
            {
                context.Response.Line($"ERROR: {Name} LIST DOES NOT EXIST: |", context.CallerName, id);
            }

            return;
        }

        Write(context, lists);
    }

    private static void Write(FunctionContext context, List<LeadList> lists)
    {
        string order = context.Text("custom_order", CharacterFilter.Id);
        var labels = new List<string>();
        context.WriteHeader(Columns);
        foreach (LeadList list in lists)
        {
            labels = Labels(list, order, labels);
            context.Response.Row(
                context.Delimiter,
                FunctionContext.Number(list.Id),
                list.Name,
                list.CampaignId,
                list.IsActive ? "Y" : "N",
                ListInfo.Stamp(list.ChangedAt),
                ListInfo.Stamp(list.LastCallAt),
                string.Join(" ", labels));
        }
    }

    /// <summary>The labels in order. The dialer never clears its list, so sorting includes the labels of previous lists.</summary>
    private static List<string> Labels(LeadList list, string order, List<string> before)
    {
        var labels = new List<string>(list.CustomFields ?? []);
        if (order is not ("alpha_up" or "alpha_down"))
        {
            return labels;
        }

        for (int i = labels.Count; i < before.Count; i++)
        {
            labels.Add(before[i]);
        }

        labels.Sort(StringComparer.Ordinal);
        if (order == "alpha_down")
        {
            labels.Reverse();
        }

        return labels;
    }
}
