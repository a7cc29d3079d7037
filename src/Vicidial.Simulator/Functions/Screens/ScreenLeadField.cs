using System;
using System.Globalization;
using Vicidial.Simulator.Functions.Leads;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>A field of a lead as the Agent API reads it: its filters are not those of the Non-Agent API.</summary>
internal sealed class ScreenLeadField
{
    private readonly CharacterFilter _keep;
    private readonly int _maxLength;
    private readonly Action<Lead, string> _set;

    private ScreenLeadField(string name, CharacterFilter keep, int maxLength, Func<Lead, string> get, Action<Lead, string> set)
    {
        Name = name;
        _keep = keep;
        _maxLength = maxLength;
        Get = get;
        _set = set;
    }

    /// <summary>The fields in the order in which the dialer takes them.</summary>
    public static ScreenLeadField[] All { get; } =
    [
        new("phone_code", CharacterFilter.DialCode, 10, lead => lead.PhoneCode, (lead, value) => lead.PhoneCode = value),
        new("address1", CharacterFilter.Address, 100, lead => lead.Address1, (lead, value) => lead.Address1 = value),
        new("address2", CharacterFilter.Address, 100, lead => lead.Address2, (lead, value) => lead.Address2 = value),
        new("address3", CharacterFilter.Address, 100, lead => lead.Address3, (lead, value) => lead.Address3 = value),
        new("alt_phone", CharacterFilter.Name, 12, lead => lead.AltPhone, (lead, value) => lead.AltPhone = value),
        new("city", CharacterFilter.Address, 50, lead => lead.City, (lead, value) => lead.City = value),
        new("comments", CharacterFilter.VendorId, 255, lead => lead.Comments, (lead, value) => lead.Comments = value),
        new("country_code", CharacterFilter.Capitals, 3, lead => lead.CountryCode, (lead, value) => lead.CountryCode = value),
        new("date_of_birth", CharacterFilter.DigitsAndDash, 10, lead => lead.DateOfBirth, (lead, value) => lead.DateOfBirth = LeadFields.Date(value)),
        new("email", CharacterFilter.Email, 70, lead => lead.Email, (lead, value) => lead.Email = value),
        new("first_name", CharacterFilter.Name, 30, lead => lead.FirstName, (lead, value) => lead.FirstName = value),
        new("gender", CharacterFilter.Capitals, 10, lead => lead.Gender, (lead, value) => lead.Gender = value is "M" or "F" or "U" ? value : string.Empty),
        new("gmt_offset_now", CharacterFilter.DottedId, 10, Offset, (lead, value) => lead.GmtOffset = Number(value)),
        new("last_name", CharacterFilter.Name, 30, lead => lead.LastName, (lead, value) => lead.LastName = value),
        new("middle_initial", CharacterFilter.Alphanumeric, 1, lead => lead.MiddleInitial, (lead, value) => lead.MiddleInitial = value),
        new("phone_number", CharacterFilter.DialText, 18, lead => lead.PhoneNumber, (lead, value) => lead.PhoneNumber = value),
        Loose("postal_code", CharacterFilter.GroupNames, 10, lead => lead.PostalCode, (lead, value) => lead.PostalCode = value),
        Loose("province", CharacterFilter.Name, 50, lead => lead.Province, (lead, value) => lead.Province = value),
        Loose("security_phrase", CharacterFilter.Address, 100, lead => lead.SecurityPhrase, (lead, value) => lead.SecurityPhrase = value),
        Loose("source_id", CharacterFilter.VendorId, 50, lead => lead.SourceId, (lead, value) => lead.SourceId = value),
        Loose("state", CharacterFilter.State, 2, lead => lead.State, (lead, value) => lead.State = value),
        Loose("title", CharacterFilter.Word, 4, lead => lead.Title, (lead, value) => lead.Title = value),
        Loose("vendor_lead_code", CharacterFilter.VendorId, 20, lead => lead.VendorLeadCode, (lead, value) => lead.VendorLeadCode = value),
        Loose("rank", CharacterFilter.Digits, 10, lead => FunctionContext.Number(lead.Rank), (lead, value) => lead.Rank = LeadFields.Rank(value)),
        Loose("owner", CharacterFilter.Address, 20, lead => lead.Owner, (lead, value) => lead.Owner = value),
    ];

    /// <summary>The wire name.</summary>
    public string Name { get; }

    /// <summary>Reads the stored value.</summary>
    public Func<Lead, string> Get { get; }

    /// <summary>How the dialer looks for the name in what was sent; a part of its names is found in any case.</summary>
    public StringComparison Comparison { get; private init; } = StringComparison.Ordinal;

    /// <summary>The value that was sent, after its filter.</summary>
    public string Read(FunctionContext context)
    {
        string value = Name == "phone_number" ? context.PhoneNumber : context.Text(Name, _keep);
        return context.World.Generation.Has("2.14-107") ? value : value.Replace("'", string.Empty);
    }

    /// <summary>Stores a value, cut to its column.</summary>
    public void Set(Lead lead, string value) => _set(lead, value.Length <= _maxLength ? value : value.Substring(0, _maxLength));

    private static ScreenLeadField Loose(string name, CharacterFilter keep, int maxLength, Func<Lead, string> get, Action<Lead, string> set) =>
        new(name, keep, maxLength, get, set) { Comparison = StringComparison.OrdinalIgnoreCase };

    private static string Offset(Lead lead) => lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
