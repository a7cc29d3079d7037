using System.Text;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>A lead's row in the table of its list's custom fields.</summary>
internal static class CustomFieldRow
{
    private const long SmallestListId = 100;

    /// <summary>The list whose table has the row: the list that the lead was added to or, if there is none, its current list.</summary>
    public static long ListOf(Lead lead) => lead.EntryListId >= SmallestListId ? lead.EntryListId : lead.ListId;

    /// <summary>The labels of a list's table in order, or null if the list has no table.</summary>
    public static IReadOnlyList<string>? Labels(CallCenter world, long listId) =>
        world.FindList(listId)?.CustomFields is { Count: > 0 } labels ? labels : null;

    /// <summary>The text that the dialer writes into its statement for a custom field.</summary>
    public static string Read(FunctionContext context, string label)
    {
        bool isOld = !context.World.Generation.Has("2.14-107");
        string text = (isOld ? CharacterFilter.OldCustomText : CharacterFilter.CustomText).Apply(context.Raw(label), context.IsNonLatin);
        if (!context.World.Generation.Has("2.14-194"))
        {
            return text;
        }

        // One backslash at the end is removed, so a text breaks the statement only if it ends with two.
        return text == "--BLANK--" ? string.Empty : text.EndsWith("\\", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }

    /// <summary>Writes the lead's row.</summary>
    /// <returns>False if the database rejects the statement.</returns>
    public static bool Store(FunctionContext context, Lead lead, long listId, IEnumerable<KeyValuePair<string, string>> values)
    {
        if (SqlStatement.Insert(SqlStatement.Set(values, LeadTable.Quote(context))) is not SqlStatement statement)
        {
            context.RefuseStatement();
            return false;
        }

        LeadList list = context.World.FindList(listId)!;
        Dictionary<string, string> row = lead.CustomValues is null ? new(StringComparer.Ordinal) : new(lead.CustomValues, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> value in statement.Values)
        {
            row[value.Key] = list.CustomValue(value.Key, value.Value);
        }

        lead.CustomValues = row;
        return true;
    }

    /// <summary>The lead's values in the table's order, or null if the lead has no row.</summary>
    public static string[]? Values(FunctionContext context, Lead lead, IReadOnlyList<string> labels)
    {
        if (lead.CustomValues is null)
        {
            return null;
        }

        string[] values = new string[labels.Count];
        bool hasRow = false;
        for (int i = 0; i < labels.Count; i++)
        {
            bool hasValue = lead.CustomValues.TryGetValue(labels[i], out string? value);
            hasRow |= hasValue;
            values[i] = context.Caller.HidesLeadData ? Crosses(value) : value ?? string.Empty;
        }

        return hasRow ? values : null;
    }

    /// <summary>An X for each byte.</summary>
    private static string Crosses(string? value) => new('X', Encoding.UTF8.GetByteCount(value ?? string.Empty));
}
