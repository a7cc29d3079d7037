using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>How update_list adds, changes, and deletes one custom field of a list. Each action is reported in a NOTICE line.</summary>
internal static class CustomFieldEdits
{
    private const int LongestField = 32767;
    private const string Optional = ", THIS IS AN OPTIONAL FIELD: |";

    /// <summary>Does what the request asks for.</summary>
    /// <returns>Whether the request asks for an edit.</returns>
    public static bool Make(FunctionContext context, string listId)
    {
        if (!context.World.Generation.Has("2.14-194"))
        {
            return false;
        }

        bool adds = context.IsYes("custom_fields_add", CharacterFilter.WordCharacters);
        bool updates = context.IsYes("custom_fields_update", CharacterFilter.WordCharacters);
        bool deletes = context.IsYes("custom_fields_delete", CharacterFilter.WordCharacters);
        LeadList? list = context.World.FindList(FunctionContext.Integer(listId));
        if (adds && Passes(context, list, listId, "ADD"))
        {
            Add(context, list!);
        }

        if (updates && Passes(context, list, listId, "UPDATE"))
        {
            Update(context, list!);
        }

        if (deletes && Passes(context, list, listId, "DELETE"))
        {
            Delete(context, list!);
        }

        return adds || updates || deletes;
    }

    private static bool Passes(FunctionContext context, LeadList? list, string listId, string verb)
    {
        if (list is null)
        {
            context.Response.Line(
                $"NOTICE: update_list CUSTOM FIELDS LIST ID TO {verb} TO HAS NO CUSTOM FIELDS{Optional}",
                context.CallerName,
                listId,
                "0"
            );
            return false;
        }

        if (!context.Caller.ModifyCustomFields)
        {
            context.Response.Line(
                $"NOTICE: update_list USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS{Optional}",
                context.CallerName,
                listId,
                context.Text("custom_fields_copy", CharacterFilter.Digits),
                "0");
            return false;
        }

        return true;
    }

    private static void Add(FunctionContext context, LeadList list)
    {
        string label = Label(context);
        string[] values = Values(context);
        string id = FunctionContext.Number(list.Id);
        if (label.Length == 0 || values.Any(value => value.Length == 0))
        {
            context.Response.Line(
                $"NOTICE: update_list REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT ADDED{Optional}",
                [context.CallerName, id, label, .. values, string.Empty]);
            return;
        }

        IReadOnlyList<string> labels = list.CustomFields ?? [];
        bool isNew = !labels.Contains(label);
        if (isNew)
        {
            list.CustomFields = [.. labels, label];
            list.CustomFieldTypes[label] = values[2];
            WriteLength(context, list, label, values[2]);
            WriteOptions(context, list, label, values[2]);
        }

        context.Response.Line(
            "NOTICE: update_list ADD CUSTOM FIELD COMMAND SENT - ",
            context.CallerName,
            id,
            label,
            values[2],
            isNew ? "SUCCESS: Field added" : "ERROR: Field already exists",
            string.Empty);
    }

    private static void Update(FunctionContext context, LeadList list)
    {
        string label = Label(context);
        string id = FunctionContext.Number(list.Id);
        if (label.Length == 0)
        {
            context.Response.Line(
                $"NOTICE: update_list REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING, FIELD NOT UPDATED{Optional}",
                context.CallerName,
                id,
                label,
                string.Empty);
            return;
        }

        string[] values = Values(context);
        if (list.CustomFields?.Contains(label) != true)
        {
            context.Response.Line(
                $"NOTICE: update_list FIELD DOES NOT EXIST, FIELD NOT UPDATED{Optional}", [context.CallerName, id, label, .. values, string.Empty]);
            return;
        }

        if (values[2].Length > 0)
        {
            list.CustomFieldTypes[label] = values[2];
        }

        string type = list.CustomFieldTypes.TryGetValue(label, out string? known) ? known : "TEXT";
        WriteLength(context, list, label, type);
        WriteOptions(context, list, label, type);
        StoreAgain(context, list, label);
        context.Response.Line(
            "NOTICE: update_list UPDATE CUSTOM FIELD COMMAND SENT - ",
            context.CallerName,
            id,
            label,
            type,
            "SUCCESS: Field updated",
            string.Empty);
    }

    /// <summary>
    /// The dialer puts all settings of the field into the address of its page without encoding them, so the page receives the options only up to the
    /// first ampersand. The page then creates the column again with these options, which clears every other value.
    /// </summary>
    private static void WriteOptions(FunctionContext context, LeadList list, string label, string type)
    {
        string sent = context.Text("field_options", CharacterFilter.FieldOptions);
        string options = sent.Length > 0 ? sent : list.CustomFieldOptions.TryGetValue(label, out string? stored) ? stored : string.Empty;
        if (type is not ("SELECT" or "MULTI" or "RADIO" or "CHECKBOX") || options.Length == 0)
        {
            return;
        }

        list.CustomFieldOptions[label] = options.Split('&')[0];
        list.ClosedCustomFields.Add(label);
    }

    /// <summary>A text field stores up to its maximum number of characters.</summary>
    private static void WriteLength(FunctionContext context, LeadList list, string label, string type)
    {
        long maximum = FunctionContext.Integer(context.Text("field_max", CharacterFilter.Digits));
        if (type == "TEXT" && maximum > 0)
        {
            list.CustomFieldLengths[label] = (int)Math.Min(maximum, LongestField);
        }
    }

    /// <summary>Converts the existing values of leads to what the changed column stores.</summary>
    private static void StoreAgain(FunctionContext context, LeadList list, string label)
    {
        foreach (Lead lead in context.World.Leads.InList(list.Id))
        {
            if (lead.CustomValues is { } values && values.TryGetValue(label, out string? value))
            {
                values[label] = list.CustomValue(label, value);
            }
        }
    }

    private static void Delete(FunctionContext context, LeadList list)
    {
        string label = Label(context);
        string id = FunctionContext.Number(list.Id);
        if (label.Length == 0 || list.CustomFields?.Contains(label) != true)
        {
            string problem = label.Length == 0 ? "REQUIRED CUSTOM FIELDS VARIABLES ARE MISSING" : "FIELD DOES NOT EXIST";
            context.Response.Line($"NOTICE: update_list {problem}, FIELD NOT DELETED{Optional}", context.CallerName, id, label, string.Empty);
            return;
        }

        list.CustomFields = [.. list.CustomFields!.Where(one => one != label)];
        list.DropCustomField(label);
        foreach (Lead lead in context.World.Leads.InList(list.Id))
        {
            lead.CustomValues?.Remove(label);
        }

        context.Response.Line(
            "NOTICE: update_list DELETE CUSTOM FIELD COMMAND SENT - ",
            context.CallerName,
            id,
            label,
            string.Empty,
            "SUCCESS: Field deleted",
            string.Empty);
    }

    private static string Label(FunctionContext context) => context.Text("field_label", CharacterFilter.WordCharacters, 50);

    /// <summary>Name, size, type and rank.</summary>
    private static string[] Values(FunctionContext context) =>
    [
        context.Text("field_name", CharacterFilter.Id),
        context.Text("field_size", CharacterFilter.Digits),
        context.Text("field_type", CharacterFilter.Alphanumeric),
        context.Text("field_rank", CharacterFilter.Digits),
    ];
}
