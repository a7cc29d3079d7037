using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>How update_lead changes a lead's row of custom fields.</summary>
internal static class CustomFieldChange
{
    private const long SmallestListId = 100;

    public static void Write(FunctionContext context, Lead lead, string phone)
    {
        DialerGeneration generation = context.World.Generation;
        long entryList = lead.EntryListId;
        long forced = generation.Has("2.14-107") ? FunctionContext.Integer(context.Text("force_entry_list_id", CharacterFilter.Digits)) : 0;
        if (forced >= SmallestListId)
        {
            entryList = forced;
        }

        long customList = entryList >= SmallestListId ? entryList : lead.ListId;
        string id = FunctionContext.Number(lead.Id);
        if (CustomFieldRow.Labels(context.World, customList) is not { } labels)
        {
            string list = generation.Has("2.14-107") ? FunctionContext.Number(lead.ListId) : context.Text("list_id", CharacterFilter.Id);
            context.Response.Line(
                "NOTICE: update_lead CUSTOM FIELDS NOT ADDED, NO CUSTOM FIELDS DEFINED FOR THIS LIST - ", phone, id, list);
            return;
        }

        // Old releases write every field, even those that were not sent.
        bool writesAll = !generation.Has("2.14-194");
        var sent = new List<KeyValuePair<string, string>>();
        foreach (string label in labels)
        {
            if (writesAll || context.IsInRequestText(label))
            {
                sent.Add(new(label, CustomFieldRow.Read(context, label)));
            }
        }

        if (sent.Count == 0)
        {
            return;
        }

        if (!CustomFieldRow.Store(context, lead, customList, sent))
        {
            // The next database query of old releases fails on current PHP.
            if (writesAll)
            {
                throw new PhpFatalException();
            }

            return;
        }

        lead.EntryListId = customList;
        context.Response.Line(
            "NOTICE: update_lead CUSTOM FIELDS VALUES UPDATED - ",
            phone,
            id,
            FunctionContext.Number(lead.ListId),
            FunctionContext.Number(entryList),
            FunctionContext.Number(customList),
            "1");
    }

    /// <summary>Reports the row that was deleted with its lead.</summary>
    public static void TellOfDeletion(FunctionContext context, Lead lead, string phone)
    {
        bool counts = context.World.Generation.Has("2.14-194");
        long customList = CustomFieldRow.ListOf(lead);
        if (CustomFieldRow.Labels(context.World, customList) is null)
        {
            return;
        }

        context.Response.Line(
            "NOTICE: update_lead CUSTOM FIELDS ENTRY DELETED - ",
            phone,
            FunctionContext.Number(lead.Id),
            FunctionContext.Number(lead.ListId),
            FunctionContext.Number(lead.EntryListId),
            FunctionContext.Number(customList),
            !counts ? string.Empty : lead.CustomValues is null ? "0" : "1");
    }

    /// <summary>Deletes the row, and removes the lead's link to its list's table.</summary>
    public static void Delete(FunctionContext context, Lead lead)
    {
        long entryList = lead.EntryListId;
        bool hadRow = lead.CustomValues is not null;
        lead.CustomValues = null;
        lead.EntryListId = 0;
        context.Response.Line(
            "NOTICE: update_lead CUSTOM FIELDS DATA HAS BEEN DELETED - ",
            context.CallerName,
            FunctionContext.Number(lead.Id),
            FunctionContext.Number(entryList),
            entryList == 0 ? "0" : "1",
            hadRow ? "1" : "0");
    }
}
