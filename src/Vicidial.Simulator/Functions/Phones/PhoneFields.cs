using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Phones;

/// <summary>The fields of add_phone and update_phone.</summary>
internal static class PhoneFields
{
    private const string Modern = "2.14-194";

    private static readonly string[] TimeZones =
    [
        "12.75", "12.00", "11.00", "10.00", "9.50", "9.00", "8.00", "7.00", "6.50", "6.00", "5.75", "5.50", "5.00", "4.50", "4.00", "3.50",
        "3.00", "2.00", "1.00", "0.00", "-1.00", "-2.00", "-3.00", "-3.50", "-4.00", "-5.00", "-6.00", "-7.00", "-8.00", "-9.00", "-10.00",
        "-11.00", "-12.00",
    ];

    private static readonly SettingField<Phone> Template =
        new("template_id", CharacterFilter.Id, "TEMPLATE ID DOES NOT EXIST", (context, value) => context.World.PhoneTemplates.Contains(value))
        {
            Since = Modern, TakesBlank = true, Echo = (context, value) => $"{context.Text("phone_login", CharacterFilter.Id)}|{value}",
        };

    private static readonly SettingField<Phone>[] Switches =
    [
        Switch("is_webphone", "Y_API_LAUNCH"),
        Switch("webphone_auto_answer"),
        Switch("use_external_server_ip"),
        Switch("on_hook_agent"),
    ];

    /// <summary>The optional fields of a new phone.</summary>
    public static readonly SettingField<Phone>[] OfNewPhone =
    [
        Template,
        new("phone_context", CharacterFilter.Id) { MaxLength = 20 },
        new("email", CharacterFilter.Email) { MaxLength = 100, Quote = '\'', Set = (phone, value) => phone.Email = value },
        new("admin_user_group", CharacterFilter.Id) { Since = "2.10-69", MaxLength = 20, Set = (phone, value) => phone.UserGroup = value },
        .. Switches,
    ];

    /// <summary>The fields that can be changed, in the order in which they are checked.</summary>
    public static readonly SettingField<Phone>[] OfKnownPhone =
    [
        new("local_gmt", CharacterFilter.Decimal, Valid("TIMEZONE"), (_, value) => IsTimeZone(value)) { SaysOptional = false },
        new("email", CharacterFilter.Email, Valid("EMAIL"), (_, value) => value.Length is >= 5 and <= 300)
        {
            SaysOptional = false, TakesBlank = true, MaxLength = 100, Quote = '\'', Set = (phone, value) => phone.Email = value,
        },
        Text("phone_context", CharacterFilter.Id, 2, 30, "PHONE CONTEXT"),
        Text("phone_full_name", CharacterFilter.PhoneName, 2, 30, "PHONE NAME", (phone, value) => phone.Name = value),
        Text("registration_password", CharacterFilter.Id, 2, 30, "REGISTRATION PASSWORD"),
        new("protocol", CharacterFilter.Alphanumeric, Valid("PROTOCOL"), (_, value) => IsProtocol(value)) { SaysOptional = false },
        new("phone_pass", CharacterFilter.Id, Valid("PHONE PASSWORD"), (_, value) => value.Length is >= 2 and <= 100) { SaysOptional = false },
        new("phone_login", CharacterFilter.Id, "LOGIN ALREADY EXISTS", IsLoginFree)
        {
            SaysOptional = false,
            Set = (phone, value) => phone.Login = value,
        },
        new("voicemail_id", CharacterFilter.Alphanumeric, Valid("VOICEMAIL NUMBER"), (_, value) => value.Length is >= 2 and <= 30)
        {
            SaysOptional = false, MaxLength = 10, Set = (phone, value) => phone.VoicemailId = value,
        },
        new("dialplan_number", CharacterFilter.DialText, Valid("DIALPLAN NUMBER"), (_, value) => value.Length is >= 3 and <= 30)
        {
            SaysOptional = false, MaxLength = 20, Set = (phone, value) => phone.DialplanNumber = value,
        },
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (phone, value) => phone.IsActive = value == "Y",
        },
        SettingField<Phone>.Length("outbound_cid", CharacterFilter.Digits, 6, 18, "OUTBOUND CID MUST BE FROM 6 TO 18 DIGITS"),
        new("admin_user_group", CharacterFilter.Id, "USER GROUP MUST BE FROM 2 TO 20 CHARACTERS", (_, value) => value.Length is >= 2 and <= 20)
        {
            Set = (phone, value) => phone.UserGroup = value,
        },
        new("outbound_alt_cid", CharacterFilter.Alphanumeric, "OUTBOUND ALT CID MUST BE FROM 6 TO 18 DIGITS", (_, value) =>
            value.Length is >= 6 and <= 18
        )
        {
            Since = Modern,
        },
        new("phone_ring_timeout", CharacterFilter.Digits, "PHONE RING TIMEOUT MUST BE FROM 2 TO 180 SECONDS", (_, value) =>
            NumberText.IsWithin(value, 2, 180)
        )
        {
            // The dialer's error repeats the wrong field.
            Since = Modern, Echo = (context, _) => context.Text("outbound_alt_cid", CharacterFilter.Alphanumeric),
        },
        new("delete_vm_after_email", CharacterFilter.Letters, "DELETE VOICEMAIL AFTER EMAIL MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Since = Modern,
        },
        Template,
        .. Switches,
    ];

    public static bool IsTimeZone(string value) => Array.IndexOf(TimeZones, value) >= 0;

    public static bool IsProtocol(string value) => value is "IAX2" or "SIP" or "Zap" or "EXTERNAL";

    private static string Valid(string what) => $"YOU MUST USE A VALID {what}";

    private static SettingField<Phone> Text(string name, CharacterFilter keep, int min, int max, string what, Action<Phone, string>? set = null) =>
        new(name, keep, Valid(what), (_, value) => value.Length >= min && value.Length <= max)
        {
            SaysOptional = false, TakesBlank = true, Set = set ?? ((phone, value) => phone.Columns[name] = value),
        };

    private static SettingField<Phone> Switch(string name, string other = "N") =>
        new(name, CharacterFilter.Id, isValid: (_, value) => value is "Y" or "N" || value == other) { Since = Modern, IsLenient = true };

    /// <summary>Whether a phone login is free. Only a phone with a different extension on a different server counts as taken.</summary>
    private static bool IsLoginFree(FunctionContext context, string login)
    {
        string extension = context.Text("extension", CharacterFilter.Id);
        string server = context.Text("server_ip", CharacterFilter.Server);
        foreach (Phone phone in context.World.Phones)
        {
            if (string.Equals(phone.Login, login, StringComparison.OrdinalIgnoreCase)
                && !string.Equals(phone.Id, extension, StringComparison.OrdinalIgnoreCase) && phone.Server != server)
            {
                return false;
            }
        }

        return true;
    }
}
