using System;
using System.Globalization;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>Reads a lead's standard fields as the dialer stores them: filtered and cut to their columns in silence.</summary>
internal static class LeadFields
{
    private const string ZeroDate = "0000-00-00";

    public static Lead Read(FunctionContext context, string phone, long listId)
    {
        DialerGeneration generation = context.World.Generation;
        string phoneCode = context.Text("phone_code", CharacterFilter.Digits, 10);
        var lead = new Lead
        {
            ListId = listId,
            PhoneNumber = phone,
            PhoneCode = phoneCode.Length == 0 ? "1" : phoneCode,
            User = context.CallerName,
            VendorLeadCode = context.Text("vendor_lead_code", CharacterFilter.FreeText, 20),
            SourceId = context.Text("source_id", CharacterFilter.FreeText, 50),
            Title = context.Text("title", CharacterFilter.Word, 4),
            FirstName = context.Text("first_name", CharacterFilter.Name, 30),
            MiddleInitial = context.Text("middle_initial", CharacterFilter.Id, 1),
            LastName = context.Text("last_name", CharacterFilter.Name, 30),
            Address1 = context.Text("address1", CharacterFilter.Address, 100),
            Address2 = context.Text("address2", CharacterFilter.Address, 100),
            Address3 = context.Text("address3", CharacterFilter.Address, 100),
            City = context.Text("city", CharacterFilter.Address, 50),
            State = context.Text("state", CharacterFilter.State, 2),
            Province = context.Text("province", CharacterFilter.Name, 50),
            PostalCode = context.Text("postal_code", CharacterFilter.PostalCode, 10),
            CountryCode = context.Text("country_code", CharacterFilter.Id, 3),
            Gender = Gender(context.Text("gender", CharacterFilter.Capitals)),
            DateOfBirth = Date(context.Text("date_of_birth", CharacterFilter.DigitsAndDash)),
            AltPhone = context.Text("alt_phone", CharacterFilter.Name, 12),
            Email = context.Text("email", CharacterFilter.Email, 70),
            SecurityPhrase = context.Text("security_phrase", CharacterFilter.Address, 100),
            Comments = context.Text("comments", CharacterFilter.FreeText, 255),
            Rank = Rank(context.Text("rank", CharacterFilter.Digits)),
            Owner = context.Text("owner", CharacterFilter.Address, 20),
            EntryDate = context.Now,
            LastLocalCallTime = context.Now,
        };
        if (generation.Has("2.14-107"))
        {
            string entryList = context.Text("entry_list_id", CharacterFilter.Digits, 18);
            _ = long.TryParse(entryList, NumberStyles.None, CultureInfo.InvariantCulture, out long entryListId);
            lead.EntryListId = entryListId;
            if (lead.State.Length == 0 && context.IsYes("lookup_state", CharacterFilter.Capitals))
            {
                lead.State = AreaCodes.State(lead.PhoneCode, phone) ?? string.Empty;
            }
        }

        string method = generation.Has("2.10-69") ? context.Text("tz_method", CharacterFilter.Id) : string.Empty;
        lead.GmtOffset = AreaCodes.Offset(
            method, lead.PhoneCode, phone, lead.PostalCode, lead.Owner, (decimal)context.World.Clock.Offset.TotalHours);
        return lead;
    }

    public static string Gender(string text) => text switch
    {
        "" => "U",
        "M" or "F" or "U" => text,
        _ => string.Empty,
    };

    public static string Date(string text) =>
        DateTime.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ZeroDate;

    public static int Rank(string digits)
    {
        const int Largest = 32767;
        if (digits.Length == 0)
        {
            return 0;
        }

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int rank) ? Math.Min(rank, Largest) : Largest;
    }
}
