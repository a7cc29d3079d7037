using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>A new lead's standard fields, as they are written into the dialer's statement.</summary>
internal sealed class LeadFields
{
    /// <summary>The columns that a request can fill, in the order of the statement.</summary>
    private static readonly LeadColumn[] Texts = [.. LeadColumn.Between("title", "comments")];

    private readonly Dictionary<string, string> _texts = [];
    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly char _quote;
    private readonly string _end;

    private LeadFields(FunctionContext context, string phone, string list)
    {
        foreach (LeadColumn column in Texts)
        {
            _texts[column.Name] = context.Text(column.Name, column.Filter);
        }

        string code = Or(context.Text("phone_code", CharacterFilter.Digits), "1");
        string owner = Text(context, "owner");
        bool isModern = context.World.Generation.Has("2.14-107");
        _texts["gender"] = Or(_texts["gender"], "U");
        if (isModern && _texts["state"].Length == 0 && context.IsYes("lookup_state", CharacterFilter.Capitals))
        {
            _texts["state"] = AreaCodes.State(code, phone) ?? string.Empty;
        }

        string method = context.World.Generation.Has("2.10-69") ? context.Text("tz_method", CharacterFilter.Id) : string.Empty;
        decimal offset = AreaCodes.Offset(
            method, code, phone, _texts["postal_code"], owner, (decimal)context.World.Clock.Offset.TotalHours);
        _values.AddRange(
        [
            new("phone_code", code),
            new("phone_number", phone),
            new("list_id", list),
            new("status", "NEW"),
            new("user", context.CallerName),
            new("vendor_lead_code", Text(context, "vendor_lead_code")),
            new("source_id", Text(context, "source_id")),
            new("gmt_offset_now", offset.ToString("0.##", CultureInfo.InvariantCulture)),
            .. Texts.Select(column => new KeyValuePair<string, string>(column.Name, _texts[column.Name])),
            new("called_since_last_reset", "N"),
            new("entry_date", context.Now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)),
            new("last_local_call_time", CallCenter.Stamp(context.Now)),
            new("rank", Or(Text(context, "rank"), "0")),
            new("owner", owner),
        ]);
        _quote = LeadTable.Quote(context);
        _end = isModern ? $" ,entry_list_id='{Or(context.Text("entry_list_id", CharacterFilter.Digits), "0")}'" : string.Empty;
        Lead = new Lead { PhoneNumber = phone, ListId = FunctionContext.Integer(list), EntryDate = context.Now };
        _values.ForEach(value => LeadColumn.Find(value.Key)!.Set(Lead, value.Value));
    }

    /// <summary>The lead as the request describes it, for the checks before it is stored.</summary>
    public Lead Lead { get; }

    /// <summary>The dialer's statement, which some errors repeat.</summary>
    public string Statement => $"INSERT INTO vicidial_list SET {Set};";

    private string Set => SqlStatement.Set(_values, _quote) + _end;

    public static LeadFields Read(FunctionContext context, string phone, string list) => new(context, phone, list);

    /// <summary>Sets the lead to the status for a callback, as a callback request does before it is checked.</summary>
    public void Hold() => _values[_values.FindIndex(value => value.Key == "status")] = new("status", "CBHOLD");

    /// <summary>Adds the lead.</summary>
    /// <returns>The lead, or null if the database rejects the statement.</returns>
    public Lead? Insert(FunctionContext context) => LeadTable.Insert(context, Set);

    private static string Text(FunctionContext context, string name) => context.Text(name, LeadColumn.Find(name)!.Filter);

    private static string Or(string sent, string usual) => sent.Length > 0 ? sent : usual;
}
