using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>The fields of update_campaign in the order in which they are checked.</summary>
internal static class CampaignFields
{
    private const string Modern = "2.14-194";
    private const int LongestUrl = 65000;

    private static readonly string[] Methods = ["MANUAL", "RATIO", "INBOUND_MAN", "ADAPT_AVERAGE", "ADAPT_HARD_LIMIT", "ADAPT_TAPERED"];

    private static readonly string[] SecondaryOrders =
        ["LEAD_ASCEND", "LEAD_DESCEND", "CALLTIME_ASCEND", "CALLTIME_DESCEND", "VENDOR_ASCEND", "VENDOR_DESCEND"];

    private static readonly string[] Orders =
    [
        .. from field in new[] { string.Empty, " PHONE", " LAST NAME", " COUNT", " LAST CALL TIME", " RANK", " OWNER", " TIMEZONE" }
           from direction in new[] { "DOWN", "UP" }
           from mix in new[] { string.Empty, " 2nd NEW", " 3rd NEW", " 4th NEW", " 5th NEW", " 6th NEW" }
           select direction + field + mix,
    ];

    public static readonly SettingField<Campaign>[] All =
    [
        new("auto_dial_level", CharacterFilter.DigitsAndPoint, "AUTO DIAL LEVEL MUST BE FROM 0 TO 18.001", (_, value) =>
            NumberText.IsWithin(value, 0m, 18.001m)
        )
        {
            Set = (campaign, value) => campaign.DialLevel = value,
        },
        new("dial_method", CharacterFilter.Id, "DIAL METHOD IS NOT VALID", (context, value) =>
            context.World.Generation.Has(Modern) ? Array.IndexOf(Methods, value) >= 0 : Array.Exists(Methods, value.Contains)
        )
        {
            // An older release accepts a text that contains a method, which its column does not store.
            Set = (campaign, value) => campaign.DialMethod = Array.IndexOf(Methods, value) >= 0 ? value : string.Empty,
        },
        SettingField<Campaign>.Length(
            "adaptive_maximum_level",
            CharacterFilter.DigitsAndPoint,
            1,
            5,
            "ADAPT MAXIMUM DIAL LEVEL MUST BE FROM 1 TO 5 CHARACTERS"
        ),
        SettingField<Campaign>.Length("campaign_vdad_exten", CharacterFilter.Digits, 3, 20, "ROUTING EXTENSION MUST BE FROM 3 TO 20 CHARACTERS"),

        // The error text names a smaller range than the dialer accepts.
        new("hopper_level", CharacterFilter.Digits, "HOPPER LEVEL MUST BE FROM 1 TO 2000", (_, value) => NumberText.IsWithin(value, 1, 5000)),
        new("dial_timeout", CharacterFilter.Digits, "DIAL TIMEOUT MUST BE FROM 1 TO 120", (_, value) => NumberText.IsWithin(value, 1, 120))
        {
            Set = (campaign, value) => campaign.DialTimeout = value,
        },
        new("campaign_name", CharacterFilter.SettingName, "CAMPAIGN NAME MUST BE FROM 6 TO 40 CHARACTERS", (_, value) =>
            value.Length is >= 6 and <= 40
        )
        {
            Set = (campaign, value) => campaign.Name = value,
        },
        new("outbound_cid", CharacterFilter.Digits, "CAMPAIGN CID MUST BE FROM 6 TO 20 CHARACTERS", (_, value) => value.Length is >= 6 and <= 20)
        {
            Since = Modern,
        },
        new("lead_filter_id", CharacterFilter.Id, "CAMPAIGN LEAD FILTER MUST BE A VALID FILTER IN THE SYSTEM", IsFilter) { Since = Modern },
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (campaign, value) => campaign.IsActive = value == "Y",
        },
        .. new[] { "one", "two", "three", "four", "five" }.Select(Transfer),
        new("dispo_call_url", CharacterFilter.Url, "DISPO CALL URL IS NOT VALID", IsUrl) { Since = Modern, TakesBlank = true },
        WebForm("one", '1'),
        WebForm("two", '2'),
        WebForm("three", '3'),
        OrderLength("list_order", CharacterFilter.Words, "LIST ORDER", 30),
        new("list_order", CharacterFilter.Words, "LIST ORDER INCLUDING RANDOM ARE NOT ALLOWED", (_, value) =>
            value.IndexOf("RANDOM", StringComparison.Ordinal) < 0
        )
        {
            Since = Modern, OnlyChecks = true,
        },
        new("list_order", CharacterFilter.Words, "LIST ORDER IS NOT VALID", (_, value) => Array.IndexOf(Orders, value) >= 0)
        {
            Since = Modern, Set = (campaign, value) => campaign.LeadOrder = value,
        },
        OrderLength("list_order_randomize", CharacterFilter.Id, "LIST ORDER RANDOMIZE", 3),
        Order("list_order_randomize", CharacterFilter.Id, "LIST ORDER RANDOMIZE IS NOT VALID", value => value is "Y" or "N"),
        OrderLength("list_order_secondary", CharacterFilter.Id, "LIST ORDER SECONDARY", 20),
        Order("list_order_secondary", CharacterFilter.Id, "LIST ORDER SECONDARY IS NOT VALID", value => Array.IndexOf(SecondaryOrders, value) >= 0),
    ];

    private static bool IsFilter(FunctionContext context, string value) => value == "---NONE---" || context.World.LeadFilters.Contains(value);

    private static bool IsUrl(FunctionContext context, string value) => value.Length is >= 3 and <= LongestUrl;

    private static SettingField<Campaign> Order(string name, CharacterFilter keep, string complaint, Func<string, bool> isValid) =>
        new(name, keep, complaint, (_, value) => isValid(value)) { Since = Modern };

    /// <summary>Whichever order is invalid, the error repeats the first one.</summary>
    private static SettingField<Campaign> OrderLength(string name, CharacterFilter keep, string what, int max) =>
        new(name, keep, what + " IS NOT A VALID LENGTH", (_, value) => value.Length <= max)
        {
            Since = Modern, OnlyChecks = true, Echo = (context, _) => context.Text("list_order", CharacterFilter.Words),
        };

    private static SettingField<Campaign> Transfer(string number) =>
        new("xferconf_" + number, CharacterFilter.Id, $"TRANSFER CONF NUMBER {number.ToUpperInvariant()} IS NOT VALID", (_, value) =>
            value.Length <= 50
        )
        {
            Since = Modern, TakesBlank = true,
        };

    private static SettingField<Campaign> WebForm(string number, char digit) =>
        new("webform_" + number, CharacterFilter.Url, $"WENFORM {digit} URL IS NOT VALID", IsUrl) { Since = Modern, TakesBlank = true };
}
