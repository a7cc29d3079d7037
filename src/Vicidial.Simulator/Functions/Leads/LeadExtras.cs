using System;
using System.Collections.Generic;
using System.Globalization;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>What add_lead does besides the lead itself: more numbers, custom fields, hopper, callback, in this order.</summary>
internal sealed class LeadExtras
{
    private readonly string _altPhones;
    private readonly string _customFields;
    private readonly bool _isForHopper;

    private LeadExtras(FunctionContext context)
    {
        _altPhones = context.Text("multi_alt_phones", Keep.AltPhones);
        _customFields = context.Text("custom_fields", Keep.Alphanumeric);
        _isForHopper = context.IsYes("add_to_hopper", Keep.Capitals);
        IsCallback = context.World.Generation.Has("2.10-69") && context.IsYes("callback", Keep.Capitals);
    }

    public bool IsCallback { get; }

    public static LeadExtras Read(FunctionContext context) => new(context);

    public void Apply(FunctionContext context, Lead lead)
    {
        if (_altPhones.Length > 0)
        {
            AddAltPhones(context, lead);
        }

        if (_customFields == "Y")
        {
            AddCustomValues(context, lead);
        }

        if (_isForHopper)
        {
            AddToHopper(context, lead);
        }

        if (IsCallback)
        {
            AddCallback(context, lead);
        }
    }

    private static string Id(Lead lead) => FunctionContext.Number(lead.Id);

    private void AddAltPhones(FunctionContext context, Lead lead)
    {
        var numbers = new List<AltPhoneNumber>();
        foreach (string entry in _altPhones.Split('!'))
        {
            string[] parts = entry.Split(['_'], 3);
            var number = new AltPhoneNumber(parts[0], parts.Length > 1 ? parts[1] : string.Empty, parts.Length > 2 ? parts[2] : string.Empty);
            if (number.PhoneNumber.Length == 0)
            {
                continue;
            }

            numbers.Add(number);

            // The dialer prints the entry without a line end, so the next line sticks to it.
            context.Reply.Write(number.PhoneNumber).Write('|').Write(number.PhoneCode).Write('|').Write(number.Note);
        }

        lead.AltPhones = numbers;
        context.Reply.Line(
            "NOTICE: add_lead MULTI-ALT-PHONE NUMBERS LOADED - ", FunctionContext.Number(numbers.Count), Id(lead), context.CallerName);
    }

    private void AddCustomValues(FunctionContext context, Lead lead)
    {
        const string NotAdded = "NOTICE: add_lead CUSTOM FIELDS NOT ADDED, ";
        string listId = FunctionContext.Number(lead.ListId);
        if (!context.World.Settings.CustomFieldsEnabled)
        {
            context.Reply.Line(NotAdded + "CUSTOM FIELDS DISABLED - ", lead.PhoneNumber, Id(lead), _customFields, "0");
            return;
        }

        IReadOnlyList<string>? labels = context.World.FindList(lead.ListId)?.CustomFields;
        if (labels is null)
        {
            context.Reply.Line(NotAdded + "NO CUSTOM FIELDS DEFINED FOR THIS LIST - ", lead.PhoneNumber, Id(lead), listId);
            return;
        }

        if (labels.Count == 0)
        {
            context.Reply.Line(NotAdded + "NO FIELDS DEFINED - ", lead.PhoneNumber, Id(lead), listId);
            return;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string label in labels)
        {
            values[label] = context.Raw(label) ?? string.Empty;
        }

        lead.CustomValues = values;
        lead.EntryListId = lead.ListId;
        context.Reply.Line("NOTICE: add_lead CUSTOM FIELDS VALUES ADDED - ", lead.PhoneNumber, Id(lead), listId, "1");
    }

    private static void AddToHopper(FunctionContext context, Lead lead)
    {
        if (context.IsYes("hopper_local_call_time_check", Keep.Capitals) && !context.World.IsCallable(lead))
        {
            context.Reply.Line(
                "NOTICE: add_lead NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME - ",
                lead.PhoneNumber,
                Id(lead),
                AddLead.Offset(lead),
                "0",
                context.CallerName);
            return;
        }

        string priority = context.Text("hopper_priority", Keep.DigitsAndDash);
        _ = int.TryParse(priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        HopperEntry entry = context.World.AddToHopper(lead, Math.Max(-99, Math.Min(99, value)));
        context.Reply.Line("NOTICE: add_lead ADDED TO HOPPER - ", lead.PhoneNumber, Id(lead), FunctionContext.Number(entry.Id), context.CallerName);
    }

    private static void AddCallback(FunctionContext context, Lead lead)
    {
        bool isModern = context.World.Generation.Has("2.14-107");
        string campaignId = context.Text("campaign_id", Keep.Id, 8);
        string kind = context.Text("callback_type", Keep.Capitals);
        string user = context.Text("callback_user", Keep.Id, 20);
        if (isModern && kind != "USERONLY")
        {
            kind = "ANYONE";
        }

        if (context.World.FindCampaign(campaignId) is null)
        {
            context.Reply.Line("NOTICE: add_lead SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID - ", Id(lead), campaignId);
            return;
        }

        if (kind == "USERONLY" && context.World.FindUser(user) is null)
        {
            context.Reply.Line("NOTICE: add_lead SCHEDULED CALLBACK NOT ADDED, USER NOT VALID - ", Id(lead), campaignId, user, kind);
            return;
        }

        string status = context.Text("callback_status", Keep.Id, 6);
        var callback = new ScheduledCallback
        {
            LeadId = lead.Id,
            ListId = lead.ListId,
            CampaignId = campaignId,
            UserGroup = context.World.FindUser(user)?.Group ?? context.Caller.Group,
            DueAt = DueAt(context.Text("callback_datetime", Keep.DateText), context.Now, isModern),
            Kind = kind,
            User = user,
            LeadStatus = status.Length == 0 ? "CALLBK" : status,
            Comments = context.Text("callback_comments", Keep.DateText, 255),
            EntryDate = context.Now,
        };
        context.World.AddCallback(callback);
        context.Reply.Line(
            "NOTICE: add_lead SCHEDULED CALLBACK ADDED - ",
            Id(lead),
            campaignId,
            callback.DueAt,
            callback.Kind,
            callback.User,
            callback.LeadStatus);
    }

    private static string DueAt(string text, DateTime now, bool knowsDays)
    {
        if (text == "NOW")
        {
            return CallCentre.Stamp(now);
        }

        return knowsDays && text.EndsWith("DAYS", StringComparison.Ordinal)
            && int.TryParse(text.Substring(0, text.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 36500
            ? CallCentre.Stamp(now.AddDays(days))
            : text;
    }
}
