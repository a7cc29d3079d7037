using System.Collections.Generic;
using System.Text;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>A lead's row in the table of its list's custom fields.</summary>
internal static class CustomFieldRow
{
    private const long SmallestListId = 100;

    /// <summary>The list whose table has the row: that which the lead came with, else its own.</summary>
    public static long ListOf(Lead lead) => lead.EntryListId >= SmallestListId ? lead.EntryListId : lead.ListId;

    /// <summary>The labels of a list's table in order, or null where the list has no table.</summary>
    public static IReadOnlyList<string>? Labels(CallCentre world, long listId) =>
        world.FindList(listId)?.CustomFields is { Count: > 0 } labels ? labels : null;

    /// <summary>The lead's values in the table's order, or null where it has no row there.</summary>
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

    /// <summary>A cross for each byte.</summary>
    private static string Crosses(string? value) => new('X', Encoding.UTF8.GetByteCount(value ?? string.Empty));
}
