using Vicidial.Client.Records.Leads;

namespace VicidialPS.Commands.Leads;

/// <summary>The words for a lead in a confirmation question.</summary>
internal static class LeadWords
{
    /// <summary>The number of the lead, and its name, phone number, and list if they are known.</summary>
    public static string Name(string number, Lead? lead) =>
        lead is null ? number : $"{number} ({$"{lead.FirstName} {lead.LastName} {lead.PhoneNumber}".Trim()}, list {lead.ListId})";
}
