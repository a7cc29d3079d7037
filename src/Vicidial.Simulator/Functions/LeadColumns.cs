using System;
using System.Globalization;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>A lead's columns in the order in which several functions print them.</summary>
internal static class LeadColumns
{
    /// <summary>How many columns come before the list of the custom fields and the lead's number.</summary>
    public const int Common = 30;

    /// <summary>All, with the lead's number as the last one.</summary>
    public const int All = 32;

    /// <summary>All and those that only show when asked for by name.</summary>
    public const int Every = 34;

    private static readonly (string Name, Func<Lead, string> Value)[] Columns =
    [
        ("status", lead => lead.Status),
        ("user", lead => lead.User),
        ("vendor_lead_code", lead => lead.VendorLeadCode),
        ("source_id", lead => lead.SourceId),
        ("list_id", lead => FunctionContext.Number(lead.ListId)),
        ("gmt_offset_now", lead => lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture)),
        ("phone_code", lead => lead.PhoneCode),
        ("phone_number", lead => lead.PhoneNumber),
        ("title", lead => lead.Title),
        ("first_name", lead => lead.FirstName),
        ("middle_initial", lead => lead.MiddleInitial),
        ("last_name", lead => lead.LastName),
        ("address1", lead => lead.Address1),
        ("address2", lead => lead.Address2),
        ("address3", lead => lead.Address3),
        ("city", lead => lead.City),
        ("state", lead => lead.State),
        ("province", lead => lead.Province),
        ("postal_code", lead => lead.PostalCode),
        ("country_code", lead => lead.CountryCode),
        ("gender", lead => lead.Gender),
        ("date_of_birth", lead => lead.DateOfBirth),
        ("alt_phone", lead => lead.AltPhone),
        ("email", lead => lead.Email),
        ("security_phrase", lead => lead.SecurityPhrase),
        ("comments", lead => lead.Comments),
        ("called_count", lead => FunctionContext.Number(lead.CalledCount)),
        ("last_local_call_time", lead => lead.LastLocalCallTime is DateTime time ? CallCentre.Stamp(time) : string.Empty),
        ("rank", lead => FunctionContext.Number(lead.Rank)),
        ("owner", lead => lead.Owner),
        ("entry_list_id", lead => FunctionContext.Number(lead.EntryListId)),
        ("lead_id", lead => FunctionContext.Number(lead.Id)),
        ("entry_date", lead => CallCentre.Stamp(lead.EntryDate)),
        ("called_since_last_reset", lead => lead.IsCalledSinceReset ? "Y" : "N"),
    ];

    /// <summary>The names of the first columns.</summary>
    public static string[] Names(int count) => First(count, column => column.Name);

    /// <summary>A lead's values in the first columns.</summary>
    public static string[] Values(Lead lead, int count) => First(count, column => column.Value(lead));

    /// <summary>The value of one column, or null where there is no such column.</summary>
    public static string? Value(Lead lead, string name) =>
        Array.Find(Columns, column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)).Value?.Invoke(lead);

    private static string[] First(int count, Func<(string Name, Func<Lead, string> Value), string> get)
    {
        string[] texts = new string[count];
        for (int i = 0; i < count; i++)
        {
            texts[i] = get(Columns[i]);
        }

        return texts;
    }
}
