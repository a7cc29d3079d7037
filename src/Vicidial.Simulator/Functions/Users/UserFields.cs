using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>The fields of update_user in the order in which they are checked.</summary>
internal static class UserFields
{
    public static readonly SettingField<DialerUser>[] All =
    [
        new("agent_pass", CharacterFilter.Id) { Set = (user, value) => user.Password = value },
        new("agent_full_name", CharacterFilter.DateText, Valid("FULL NAME"), (_, value) => value.Length <= 50)
        {
            TakesBlank = true, Set = (user, value) => user.FullName = value,
        },
        new("agent_user_level", CharacterFilter.Digits, Valid("USER LEVEL"), IsLevel)
        {
            Set = (user, value) => user.Level = NumberText.ToInteger(value),
            Echo = (context, value) => $"{value}|{context.Caller.Level}|{(context.Caller.HasSameLevelRight ? '1' : '0')}",
        },
        new("agent_user_group", CharacterFilter.Id, Valid("USER GROUP"), IsGroup)
        {
            Set = (user, value) => user.Group = value,
            Echo = (_, value) => value + "|0",
        },
        new("phone_login", CharacterFilter.Id, Valid("PHONE LOGIN"), IsPhoneLogin) { TakesBlank = true, Echo = (_, value) => value + "|0|0" },
        new("phone_pass", CharacterFilter.Id, Valid("PHONE PASSWORD"), (_, value) => value.Length <= 20) { TakesBlank = true },
        SettingField<DialerUser>.OneOf("hotkeys_active", CharacterFilter.Digits, Valid("HOTKEYS SETTING"), "0", "1"),
        SettingField<DialerUser>.Length("voicemail_id", CharacterFilter.Alphanumeric, 2, 10, Valid("VOICEMAIL ID")),
        new("email", CharacterFilter.Email, Valid("EMAIL"), (_, value) => value.Length is >= 5 and <= 100) { TakesBlank = true, Quote = '\'' },
        Custom("one"),
        Custom("two"),
        new("custom_three", CharacterFilter.DateText, Valid("CUSTOM THREE"), (_, value) => value.Length <= 100)
        {
            TakesBlank = true, Set = (user, value) => user.CustomThree = value,
        },
        Custom("four"),
        Custom("five"),
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (user, value) => user.IsActive = value == "Y",
        },
        new(
            "wrapup_seconds_override",
            CharacterFilter.DigitsAndDash,
            "wrapup_seconds_override MUST BE A VALID DIGIT BETWEEN -1 AND 9999",
            (_, value) => NumberText.IsWithin(value, -1, 9999)),
        new("in_groups", CharacterFilter.IdList) { Since = "2.14-202" },
    ];

    /// <summary>Ranks and grades, which are not stored with the user.</summary>
    public static readonly SettingField<DialerUser>[] Ranks =
    [
        new("campaign_rank", CharacterFilter.DigitsDashUnderscore, Valid("CAMPAIGN RANK"), (_, value) => NumberText.IsWithin(value, -9, 9)),
        new("campaign_grade", CharacterFilter.Digits, Valid("CAMPAIGN GRADE"), (_, value) => NumberText.IsWithin(value, 1, 10)),
        new("ingroup_rank", CharacterFilter.DigitsDashUnderscore, Valid("IN-GROUP RANK"), (_, value) => NumberText.IsWithin(value, -9, 9))
        {
            Since = "2.14-194",
        },
        new("ingroup_grade", CharacterFilter.Digits, Valid("IN-GROUP GRADE"), (_, value) => NumberText.IsWithin(value, 1, 10)) { Since = "2.14-194" },
    ];

    private static string Valid(string what) => $"YOU MUST USE A VALID {what}";

    private static SettingField<DialerUser> Custom(string number) =>
        new("custom_" + number, CharacterFilter.DateText, Valid("CUSTOM " + number.ToUpperInvariant()), (_, value) => value.Length <= 100)
        {
            TakesBlank = true,
        };

    private static bool IsLevel(FunctionContext context, string value) =>
        NumberText.IsWithin(value, 1, 9) && context.Caller.MayModifyLevel(NumberText.ToInteger(value));

    private static bool IsGroup(FunctionContext context, string value) =>
        context.World.UserGroups.ContainsKey(value) && context.CallerGroup?.SeesGroup(value) == true;

    private static bool IsPhoneLogin(FunctionContext context, string value) =>
        context.World.FindPhone(value) is not null || context.World.FindPhoneAlias(value) is not null;
}
