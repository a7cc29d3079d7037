using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The new values that a request has for a lead's standard fields, filtered and cut in silence.</summary>
internal sealed class LeadChanges
{
    private const string Blank = "--BLANK--";

    private static readonly (string Field, CharacterFilter CharacterFilter, int MaxLength, Action<Lead, string> Set)[] Texts =
    [
        ("user_field", CharacterFilter.Id, 20, (lead, value) => lead.User = value),
        ("status", CharacterFilter.Id, 6, (lead, value) => lead.Status = value),
        ("vendor_lead_code", CharacterFilter.FreeText, 20, (lead, value) => lead.VendorLeadCode = value),
        ("source_id", CharacterFilter.FreeText, 50, (lead, value) => lead.SourceId = value),
        ("title", CharacterFilter.Word, 4, (lead, value) => lead.Title = value),
        ("first_name", CharacterFilter.Name, 30, (lead, value) => lead.FirstName = value),
        ("middle_initial", CharacterFilter.Id, 1, (lead, value) => lead.MiddleInitial = value),
        ("last_name", CharacterFilter.Name, 30, (lead, value) => lead.LastName = value),
        ("address1", CharacterFilter.Address, 100, (lead, value) => lead.Address1 = value),
        ("address2", CharacterFilter.Address, 100, (lead, value) => lead.Address2 = value),
        ("address3", CharacterFilter.Address, 100, (lead, value) => lead.Address3 = value),
        ("city", CharacterFilter.Address, 50, (lead, value) => lead.City = value),
        ("state", CharacterFilter.State, 2, (lead, value) => lead.State = value),
        ("province", CharacterFilter.Name, 50, (lead, value) => lead.Province = value),
        ("postal_code", CharacterFilter.PostalCode, 10, (lead, value) => lead.PostalCode = value),
        ("country_code", CharacterFilter.Id, 3, (lead, value) => lead.CountryCode = value),
        ("alt_phone", CharacterFilter.Name, 12, (lead, value) => lead.AltPhone = value),
        ("email", CharacterFilter.Email, 70, (lead, value) => lead.Email = value),
        ("security_phrase", CharacterFilter.Address, 100, (lead, value) => lead.SecurityPhrase = value),
        ("comments", CharacterFilter.FreeText, 255, (lead, value) => lead.Comments = value),
        ("owner", CharacterFilter.Address, 20, (lead, value) => lead.Owner = value),
        ("phone_code", CharacterFilter.Digits, 10, (lead, value) => lead.PhoneCode = value),
        ("gender", CharacterFilter.Capitals, int.MaxValue, (lead, value) => lead.Gender = LeadFields.Gender(value)),
        ("date_of_birth", CharacterFilter.DigitsAndDash, int.MaxValue, (lead, value) => lead.DateOfBirth = LeadFields.Date(value)),
        ("gmt_offset_now", CharacterFilter.Decimal, int.MaxValue, (lead, value) => lead.GmtOffset = Offset(value)),
        ("rank", CharacterFilter.Digits, int.MaxValue, (lead, value) => lead.Rank = LeadFields.Rank(value)),
        ("called_count", CharacterFilter.Digits, int.MaxValue, (lead, value) => lead.CalledCount = LeadFields.Rank(value)),
        ("list_id_field", CharacterFilter.Digits, int.MaxValue, (lead, value) => lead.ListId = FunctionContext.Integer(value)),
    ];

    private static readonly string[] Indexed = ["alt_phone", "list_id_field", "phone_number"];

    private readonly List<Action<Lead>> _changes = [];
    private bool _isIndexed;

    private LeadChanges()
    {
    }

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Reads what several leads can be given.</summary>
    public static LeadChanges Read(FunctionContext context)
    {
        var changes = new LeadChanges();
        foreach ((string field, CharacterFilter keep, int maxLength, Action<Lead, string> set) in Texts)
        {
            changes.Add(field, context.Text(field, keep), maxLength, set);
        }

        if (context.World.Generation.Has("2.10-69") && context.IsYes("reset_lead", CharacterFilter.Capitals))
        {
            changes._changes.Add(lead => lead.IsCalledSinceReset = false);
        }

        return changes;
    }

    /// <summary>Reads these and what only single leads can be given.</summary>
    public static LeadChanges ReadForOne(FunctionContext context)
    {
        LeadChanges changes = Read(context);
        if (context.IsYes("update_phone_number", CharacterFilter.Capitals) && context.World.Generation.Has("2.10-69"))
        {
            changes.Add("phone_number", context.Text("phone_number", CharacterFilter.PhoneNumbers), 18, (lead, value) => lead.PhoneNumber = value);
        }

        if (context.World.Generation.Has("2.14-107") && !context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            string entryList = context.Text("entry_list_id", CharacterFilter.Digits);
            changes.Add("entry_list_id", entryList, int.MaxValue, (lead, value) => lead.EntryListId = FunctionContext.Integer(value));
        }

        return changes;
    }

    /// <summary>Changes a lead.</summary>
    /// <returns>False where it had the values already.</returns>
    public bool Apply(LeadStore table, Lead lead)
    {
        string[] before = LeadColumns.Values(lead, LeadColumns.Every);
        if (_isIndexed)
        {
            table.Change(lead, ApplyAll);
        }
        else
        {
            ApplyAll(lead);
        }

        return !before.SequenceEqual(LeadColumns.Values(lead, LeadColumns.Every));
    }

    private static decimal Offset(string text)
    {
        const decimal Largest = 99.99m;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal offset)
            ? Math.Round(Math.Max(-Largest, Math.Min(Largest, offset)), 2, MidpointRounding.AwayFromZero)
            : 0;
    }

    private void ApplyAll(Lead lead)
    {
        foreach (Action<Lead> change in _changes)
        {
            change(lead);
        }
    }

    private void Add(string field, string sent, int maxLength, Action<Lead, string> set)
    {
        if (sent.Length == 0)
        {
            return;
        }

        string value = sent == Blank ? string.Empty : sent.Replace("\r", string.Empty).Replace("\n", "!N");
        string stored = value.Length <= maxLength ? value : value.Substring(0, maxLength);
        _isIndexed |= Array.IndexOf(Indexed, field) >= 0;
        _changes.Add(lead => set(lead, stored));
    }
}
