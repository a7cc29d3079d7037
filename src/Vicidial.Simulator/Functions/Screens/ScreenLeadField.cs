namespace Vicidial.Simulator.Functions.Screens;

/// <summary>A field of a lead, as the Agent API finds and reads it.</summary>
internal sealed class ScreenLeadField
{
    private ScreenLeadField(string name, StringComparison comparison)
    {
        Column = LeadColumn.Find(name)!;
        Comparison = comparison;
    }

    /// <summary>The fields in the order in which the dialer uses them. The case of some names does not matter.</summary>
    public static ScreenLeadField[] All { get; } =
    [
        .. Of(
            StringComparison.Ordinal, "phone_code", "address1", "address2", "address3", "alt_phone", "city", "comments", "country_code",
            "date_of_birth", "email", "first_name", "gender", "gmt_offset_now", "last_name", "middle_initial", "phone_number"),
        .. Of(
            StringComparison.OrdinalIgnoreCase, "postal_code", "province", "security_phrase", "source_id", "state", "title", "vendor_lead_code",
            "rank", "owner"),
    ];

    /// <summary>The wire name.</summary>
    public string Name => Column.Name;

    public LeadColumn Column { get; }

    /// <summary>How the dialer looks for the name in the request.</summary>
    public StringComparison Comparison { get; }

    /// <summary>The field and the value that was sent, after its filter.</summary>
    public KeyValuePair<string, string> Read(FunctionContext context) => new(Name, context.Text(Name, Column.AgentFilter));

    private static IEnumerable<ScreenLeadField> Of(StringComparison comparison, params string[] names) =>
        names.Select(name => new ScreenLeadField(name, comparison));
}
