using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The additional work for a new lead: more numbers, custom fields, hopper, and callback, in this order.</summary>
internal sealed class LeadExtras
{
    private readonly string _altPhones;
    private readonly string _customFields;
    private readonly bool _isForHopper;

    private LeadExtras(FunctionContext context)
    {
        _altPhones = context.Text("multi_alt_phones", CharacterFilter.AltPhones);
        _customFields = context.Text("custom_fields", CharacterFilter.Alphanumeric);
        _isForHopper = context.IsYes("add_to_hopper", CharacterFilter.Capitals);
        IsCallback = context.World.Generation.Has("2.10-69") && context.IsYes("callback", CharacterFilter.Capitals);
    }

    public bool IsCallback { get; }

    public static LeadExtras Read(FunctionContext context) => new(context);

    /// <summary>Does all of the work, as add_lead does.</summary>
    public void Apply(FunctionContext context, Lead lead)
    {
        ApplyFields(context, lead);
        if (_isForHopper)
        {
            AddToHopper(context, lead);
        }

        if (IsCallback)
        {
            CallbackRequest.Add(context, lead);
        }
    }

    /// <summary>Adds only numbers and custom fields.</summary>
    public void ApplyFields(FunctionContext context, Lead lead)
    {
        if (_altPhones.Length > 0)
        {
            AddAltPhones(context, lead);
        }

        if (_customFields == "Y")
        {
            AddCustomValues(context, lead);
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

            // The dialer prints the entry without a line end, so the next line follows on the same line.
            context.Response.Write(number.PhoneNumber).Write('|').Write(number.PhoneCode).Write('|').Write(number.Note);
        }

        lead.AltPhones = numbers;
        context.Response.Line(
            $"NOTICE: {context.Function} MULTI-ALT-PHONE NUMBERS LOADED - ", FunctionContext.Number(numbers.Count), Id(lead), context.CallerName);
    }

    private void AddCustomValues(FunctionContext context, Lead lead)
    {
        string notAdded = $"NOTICE: {context.Function} CUSTOM FIELDS NOT ADDED, ";
        string listId = FunctionContext.Number(lead.ListId);
        if (!context.World.Settings.CustomFieldsEnabled)
        {
            context.Response.Line(notAdded + "CUSTOM FIELDS DISABLED - ", lead.PhoneNumber, Id(lead), _customFields, "0");
            return;
        }

        IReadOnlyList<string>? labels = context.World.FindList(lead.ListId)?.CustomFields;
        if (labels is null)
        {
            context.Response.Line(notAdded + "NO CUSTOM FIELDS DEFINED FOR THIS LIST - ", lead.PhoneNumber, Id(lead), listId);
            return;
        }

        if (labels.Count == 0)
        {
            context.Response.Line(notAdded + "NO FIELDS DEFINED - ", lead.PhoneNumber, Id(lead), listId);
            return;
        }

        if (context.Function == "add_lead" && context.World.Generation.NonAgentVersion == "2.14-194")
        {
            // The statement of this release has no values.
            context.FailAtSql();
            if (!context.World.Settings.StopsAtSqlErrors)
            {
                context.Response.Line(notAdded + "NO FIELDS TO UPDATE DEFINED - ", lead.PhoneNumber, Id(lead), listId);
            }

            return;
        }

        if (
            !CustomFieldRow.Store(
                context,
                lead,
                lead.ListId,
                labels.Select(label => new KeyValuePair<string, string>(label, CustomFieldRow.Read(context, label)))
            )
        )
        {
            context.Response.Line(notAdded + "NO FIELDS TO UPDATE DEFINED - ", lead.PhoneNumber, Id(lead), listId);
            return;
        }

        lead.EntryListId = lead.ListId;
        context.Response.Line($"NOTICE: {context.Function} CUSTOM FIELDS VALUES ADDED - ", lead.PhoneNumber, Id(lead), listId, "1");
    }

    private static void AddToHopper(FunctionContext context, Lead lead)
    {
        if (!HopperRequest.IsTimeRight(context, lead))
        {
            context.Response.Line(
                $"NOTICE: {context.Function} NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME - ",
                lead.PhoneNumber,
                Id(lead),
                AddLead.Offset(lead),
                "0",
                context.CallerName);
            return;
        }

        if (HopperRequest.Add(context, lead) is not HopperEntry entry)
        {
            HopperRequest.WriteRefusal(context, lead, lead.PhoneNumber);
            return;
        }

        context.Response.Line(
            $"NOTICE: {context.Function} ADDED TO HOPPER - ",
            lead.PhoneNumber,
            Id(lead),
            FunctionContext.Number(entry.Id),
            context.CallerName
        );
    }
}
