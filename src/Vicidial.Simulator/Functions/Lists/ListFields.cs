using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>The optional fields of add_list and update_list.</summary>
internal static class ListFields
{
    private const string None = "---NONE---";
    private const string FromCampaign = "campaign";

    private static readonly SettingField<LeadList> Description =
        new("list_description", CharacterFilter.ListName) { Since = "2.14-194", TakesBlank = true, MaxLength = 255 };

    private static readonly SettingField<LeadList> Script = new("script", CharacterFilter.Id, "SCRIPT DOES NOT EXIST", (context, value) =>
        value == None || context.World.Scripts.Contains(value)
    )
    {
        TakesBlank = true,
    };

    private static readonly SettingField<LeadList> DropGroup = new(
        "drop_inbound_group",
        CharacterFilter.Id,
        "IN-GROUP DOES NOT EXIST",
        (context, value) => value == None || context.World.FindInGroup(value) is not null
    )
    {
        TakesBlank = true,
    };

    private static readonly SettingField<LeadList> Expiration =
        new("expiration_date", CharacterFilter.Id, isValid: (_, value) => value.Length >= 10)
        {
            IsLenient = true, Set = (list, value) => list.ExpiresOn = Day(value),
        };

    private static readonly SettingField<LeadList>[] Common =
    [
        new(
            "tz_method",
            CharacterFilter.Id,
            "TIME ZONE METHOD IS NOT VALID",
            (_, value) => value is "COUNTRY_AND_AREA_CODE" or "POSTAL_CODE" or "NANPA_PREFIX" or "OWNER_TIME_ZONE_CODE")
        {
            Since = "2.14-194",
        },
        new("local_call_time", CharacterFilter.Id, "LOCAL CALL TIME DOES NOT EXIST", (context, value) =>
            value == FromCampaign || context.World.CallTimes.Contains(value)
        )
        {
            Since = "2.14-194", Set = (list, value) => list.LocalCallTime = value,
        },
        .. new[] { "one", "two", "three", "four", "five" }.Select(Transfer),
        new("web_form_address", CharacterFilter.Url) { TakesBlank = true },
        new("web_form_address_two", CharacterFilter.Url) { TakesBlank = true },
        new("web_form_address_three", CharacterFilter.Url) { Since = "2.14-107", TakesBlank = true, Quote = '\'' },
    ];

    public static readonly SettingField<LeadList>[] OfNewList =
    [
        Script,
        DropGroup,
        new("reset_time", CharacterFilter.DigitsDashUnderscore, "RESET TIME IS NOT VALID", (_, value) => value.Length >= 4) { MaxLength = 100 },
        .. Common,
        Expiration,
        Description,
        new("active", CharacterFilter.Capitals) { Set = (list, value) => list.IsActive = value == "Y" },
        new("outbound_cid", CharacterFilter.Digits) { MaxLength = 20 },
        new("am_message", CharacterFilter.Id) { MaxLength = 100 },
    ];

    /// <summary>The fields of an existing list. An accepted expiration date replaces the reset times.</summary>
    public static readonly SettingField<LeadList>[] OfKnownList =
    [
        new("campaign_id", CharacterFilter.Id, "CAMPAIGN DOES NOT EXIST", (context, value) => context.World.FindCampaign(value) is not null)
        {
            Set = (list, value) => list.CampaignId = value,
        },
        Script,
        DropGroup,
        new("list_name", CharacterFilter.ListName, "LIST NAME MUST BE FROM 6 TO 30 CHARACTERS", (_, value) => value.Length is >= 6 and <= 30)
        {
            Set = (list, value) => list.Name = value,
        },
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (list, value) => list.IsActive = value == "Y",
        },
        SettingField<LeadList>.Length("outbound_cid", CharacterFilter.Digits, 6, 18, "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS"),
        new("am_message", CharacterFilter.Id, "ANSWERING MACHINE MESSAGE MUST LESS THAN 101 DIGITS", (_, value) => value.Length <= 100)
        {
            TakesBlank = true,
        },
        new("reset_time", CharacterFilter.DigitsDashUnderscore, "RESET TIME IS NOT VALID", (_, value) => value.Length is >= 4 and <= 100),
        Expiration,
        .. Common,
        Description,
    ];

    public static bool SetsExpiration(FunctionContext context) => context.Text(Expiration.Name, CharacterFilter.Id).Length >= 10;

    private static SettingField<LeadList> Transfer(string number) =>
        new("xferconf_" + number, CharacterFilter.Id, $"TRANSFER CONF OVERRIDE {number.ToUpperInvariant()} IS NOT VALID", (_, value) =>
            value.Length <= 50
        )
        {
            Since = "2.14-194", TakesBlank = true,
        };

    /// <summary>A date as the dialer's database stores it. An invalid date becomes the zero date.</summary>
    private static DateTime Day(string text) =>
        DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : default;
}
