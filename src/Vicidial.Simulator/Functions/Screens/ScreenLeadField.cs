using System;
using System.Globalization;
using Vicidial.Simulator.Functions.Leads;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>A field of a lead as the Agent API reads it: its filters are not those of the Non-Agent API.</summary>
internal sealed class ScreenLeadField
{
    private readonly Keep _keep;
    private readonly int _maxLength;
    private readonly Action<Lead, string> _set;

    private ScreenLeadField(string name, Keep keep, int maxLength, Func<Lead, string> get, Action<Lead, string> set)
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
        new("phone_code", Keep.DialCode, 10, lead => lead.PhoneCode, (lead, value) => lead.PhoneCode = value),
        new("address1", Keep.Address, 100, lead => lead.Address1, (lead, value) => lead.Address1 = value),
        new("address2", Keep.Address, 100, lead => lead.Address2, (lead, value) => lead.Address2 = value),
        new("address3", Keep.Address, 100, lead => lead.Address3, (lead, value) => lead.Address3 = value),
        new("alt_phone", Keep.Name, 12, lead => lead.AltPhone, (lead, value) => lead.AltPhone = value),
        new("city", Keep.Address, 50, lead => lead.City, (lead, value) => lead.City = value),
        new("comments", Keep.VendorId, 255, lead => lead.Comments, (lead, value) => lead.Comments = value),
        new("country_code", Keep.Capitals, 3, lead => lead.CountryCode, (lead, value) => lead.CountryCode = value),
        new("date_of_birth", Keep.DigitsAndDash, 10, lead => lead.DateOfBirth, (lead, value) => lead.DateOfBirth = LeadFields.Date(value)),
        new("email", Keep.Email, 70, lead => lead.Email, (lead, value) => lead.Email = value),
        new("first_name", Keep.Name, 30, lead => lead.FirstName, (lead, value) => lead.FirstName = value),
        new("gender", Keep.Capitals, 10, lead => lead.Gender, (lead, value) => lead.Gender = value is "M" or "F" or "U" ? value : string.Empty),
        new("gmt_offset_now", Keep.DottedId, 10, Offset, (lead, value) => lead.GmtOffset = Number(value)),
        new("last_name", Keep.Name, 30, lead => lead.LastName, (lead, value) => lead.LastName = value),
        new("middle_initial", Keep.Alphanumeric, 1, lead => lead.MiddleInitial, (lead, value) => lead.MiddleInitial = value),
        new("phone_number", Keep.DialText, 18, lead => lead.PhoneNumber, (lead, value) => lead.PhoneNumber = value),
        Loose("postal_code", Keep.GroupNames, 10, lead => lead.PostalCode, (lead, value) => lead.PostalCode = value),
        Loose("province", Keep.Name, 50, lead => lead.Province, (lead, value) => lead.Province = value),
        Loose("security_phrase", Keep.Address, 100, lead => lead.SecurityPhrase, (lead, value) => lead.SecurityPhrase = value),
        Loose("source_id", Keep.VendorId, 50, lead => lead.SourceId, (lead, value) => lead.SourceId = value),
        Loose("state", Keep.State, 2, lead => lead.State, (lead, value) => lead.State = value),
        Loose("title", Keep.Word, 4, lead => lead.Title, (lead, value) => lead.Title = value),
        Loose("vendor_lead_code", Keep.VendorId, 20, lead => lead.VendorLeadCode, (lead, value) => lead.VendorLeadCode = value),
        Loose("rank", Keep.Digits, 10, lead => FunctionContext.Number(lead.Rank), (lead, value) => lead.Rank = LeadFields.Rank(value)),
        Loose("owner", Keep.Address, 20, lead => lead.Owner, (lead, value) => lead.Owner = value),
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

    private static ScreenLeadField Loose(string name, Keep keep, int maxLength, Func<Lead, string> get, Action<Lead, string> set) =>
        new(name, keep, maxLength, get, set) { Comparison = StringComparison.OrdinalIgnoreCase };

    private static string Offset(Lead lead) => lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
