using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>The columns of a lead, as several functions print them.</summary>
internal static class LeadColumns
{
    /// <summary>The number of columns before the list of the custom fields and the lead ID.</summary>
    public const int Common = 30;

    /// <summary>All columns, with the lead ID last.</summary>
    public const int All = 32;

    /// <summary>The names of the first columns.</summary>
    public static string[] Names(int count) => [.. LeadColumn.All.Take(count).Select(column => column.Name)];

    /// <summary>A lead's values in the first columns.</summary>
    public static string[] Values(Lead lead, int count)
    {
        string[] values = new string[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = LeadColumn.All[i].Get(lead);
        }

        return values;
    }

    /// <summary>A lead's values in all columns.</summary>
    public static string[] Values(Lead lead) => Array.ConvertAll(LeadColumn.All, column => column.Get(lead));

    /// <summary>The value of one column, or null if the column does not exist.</summary>
    public static string? Value(Lead lead, string name) => LeadColumn.Find(name)?.Get(lead);
}
