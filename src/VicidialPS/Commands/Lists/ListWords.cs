using System.Globalization;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Commands.Lists;

/// <summary>How a question names a list and its leads.</summary>
internal static class ListWords
{
    /// <summary>The list by its number, with its name where that is known.</summary>
    public static string Name(string number, LeadList? list) => list is { ListName.Length: > 0 } ? $"{number} '{list.ListName}'" : number;

    /// <summary>The leads of the list: how many, where that is known.</summary>
    public static string Leads(LeadList? list)
        => list?.LeadCount switch
        {
            null => "all leads",
            1 => "the only lead",
            { } count => "all " + count.ToString("N0", CultureInfo.InvariantCulture) + " leads",
        };
}
