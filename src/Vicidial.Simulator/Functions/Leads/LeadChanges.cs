using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The new values of a lead's standard fields, as they are written into the dialer's statement.</summary>
internal sealed class LeadChanges
{
    private const string Blank = "--BLANK--";

    /// <summary>The columns that a request can change, in the order of the statement. Some fields have another name in the request.</summary>
    private static readonly (LeadColumn Column, string Field)[] Fields =
    [
        .. new[] { "user", "status", "vendor_lead_code", "source_id", "list_id", "gmt_offset_now", "phone_code" }
            .Select(static name => LeadColumn.Find(name)!)
            .Concat(LeadColumn.Between("title", "comments"))
            .Concat(new[] { "called_count", "rank", "owner" }.Select(static name => LeadColumn.Find(name)!))
            .Select(static column => (column, column.Name is "user" or "list_id" ? column.Name + "_field" : column.Name)),
    ];

    private readonly List<KeyValuePair<string, string>> _values = [];

    private readonly bool _emptiesFields;

    private LeadChanges(FunctionContext context)
    {
        // Release 2.14-107 cannot empty a field. It stores the word instead.
        _emptiesFields = context.World.Generation.NonAgentVersion != "2.14-107";
    }

    public bool IsEmpty => _values.Count == 0;

    /// <summary>Reads the values that several leads can get.</summary>
    public static LeadChanges Read(FunctionContext context)
    {
        var changes = new LeadChanges(context);
        foreach ((LeadColumn column, string field) in Fields)
        {
            // Old releases read the country code for a new lead only.
            if (field == "phone_code" && !context.World.Generation.Has("2.14-194"))
            {
                continue;
            }

            changes.Add(column.Name, context.Text(field, column.Filter));
        }

        if (context.World.Generation.Has("2.10-69") && context.IsYes("reset_lead", CharacterFilter.Capitals))
        {
            changes.Add("called_since_last_reset", "N");
        }

        return changes;
    }

    /// <summary>Reads these values, and those that only a single lead can get.</summary>
    public static LeadChanges ReadForOne(FunctionContext context)
    {
        LeadChanges changes = Read(context);
        if (context.IsYes("update_phone_number", CharacterFilter.Capitals) && context.World.Generation.Has("2.10-69"))
        {
            changes.Add("phone_number", context.Text("phone_number", CharacterFilter.PhoneNumbers));
        }

        if (context.World.Generation.Has("2.14-107") && !context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            changes.Add("entry_list_id", context.Text("entry_list_id", CharacterFilter.Digits));
        }

        return changes;
    }

    /// <summary>Changes a lead.</summary>
    /// <returns>How many leads changed; -1 if the database rejects the statement.</returns>
    public int Apply(FunctionContext context, Lead lead) => LeadTable.Update(context, context.LeadTable, lead, _values);

    private void Add(string column, string sent)
    {
        if (sent.Length > 0)
        {
            _values.Add(new(column, sent == Blank && _emptiesFields ? string.Empty : sent.Replace("\n", "!N")));
        }
    }
}
