using Vicidial.Client.Records.Lists;

namespace VicidialPS.Commands.Lists;

/// <summary>The words for a list and its leads in a confirmation question.</summary>
internal static class ListWords
{
    /// <summary>The number of the list, and its name if it is known.</summary>
    public static string Name(string number, LeadList? list) => list is { ListName.Length: > 0 } ? $"{number} '{list.ListName}'" : number;

    /// <summary>The leads of the list, with their number if it is known.</summary>
    public static string Leads(LeadList? list)
        => list?.LeadCount switch
        {
            null => "all leads",
            0 => "0 leads",
            1 => "the only lead",
            { } count => "all " + count.ToString("N0", CultureInfo.InvariantCulture) + " leads",
        };
}
