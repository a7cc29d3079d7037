using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dids;

/// <summary>The optional fields of a DID, in the order in which they are checked.</summary>
internal static class DidFields
{
    private static readonly string[] Routes = ["EXTEN", "VOICEMAIL", "AGENT", "PHONE", "IN_GROUP", "CALLMENU", "VMAIL_NO_INST"];

    public static readonly SettingField<Did>[] All =
    [
        new("did_description", CharacterFilter.SettingName, "DID DESCRIPTION MUST BE FROM 6 TO 50 CHARACTERS", (_, value) =>
            value.Length is >= 6 and <= 50
        )
        {
            Set = (did, value) => did.Description = value,
        },
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (did, value) => did.IsActive = value == "Y",
        },
        new("did_route", CharacterFilter.Id, "DID ROUTE IS NOT VALID", (_, value) => Array.IndexOf(Routes, value) >= 0),
        new("record_call", CharacterFilter.Id, "RECORD CALL MUST BE Y OR N", (_, value) => value is "Y" or "N" or "Y_QUEUESTOP"),
        Length("extension", CharacterFilter.Id, 1, 50, "EXTENSION MUST BE FROM 1 TO 50 CHARACTERS"),
        Length("exten_context", CharacterFilter.Id, 1, 50, "EXTENSION CONTEXT MUST BE FROM 1 TO 50 CHARACTERS"),
        Length("voicemail_ext", CharacterFilter.VoicemailPattern, 1, 10, "VOICEMAIL EXTENSION MUST BE FROM 1 TO 10 CHARACTERS"),
        Length("phone_extension", CharacterFilter.Id, 1, 100, "PHONE EXTENSION MUST BE FROM 1 TO 100 CHARACTERS"),
        new("server_ip", CharacterFilter.Server, "SERVER IP MUST BE A VALID SERVER IN THE SYSTEM", (context, value) =>
            context.World.Servers.Contains(value)
        ),
        new("group", CharacterFilter.AgentValue, "GROUP ID MUST BE A VALID INBOUND GROUP IN THE SYSTEM", (context, value) =>
            context.World.FindInGroup(value) is not null
        ),
        new("menu_id", CharacterFilter.Id, "MENU ID MUST BE A VALID CALL MENU IN THE SYSTEM", IsMenu) { ComplainsAs = "update_did" },
        Length("filter_clean_cid_number", CharacterFilter.SettingName, 1, 20, "CLEAN CID NUMBER MUST BE FROM 1 TO 20 CHARACTERS"),
        Length("call_handle_method", CharacterFilter.WordCharacters, 3, 20, "CALL HANDLE METHOD MUST BE FROM 3 TO 20 CHARACTERS"),
        Length("agent_search_method", CharacterFilter.WordCharacters, 2, 2, "AGENT SEARCH METHOD MUST BE 2 CHARACTERS"),
        Length("list_id", CharacterFilter.Id, 3, 14, "LIST ID MUST BE FROM 3 TO 14 DIGITS"),
        Length("entry_list_id", CharacterFilter.Digits, 1, 14, "ENTRY LIST ID MUST BE FROM 1 TO 14 DIGITS"),
        Length("campaign_id", CharacterFilter.Id, 1, 8, "CAMPAIGN MUST BE FROM 1 TO 8 CHARACTERS"),
        Length("phone_code", CharacterFilter.Digits, 1, 10, "PHONE CODE MUST BE FROM 1 TO 10 CHARACTERS"),
    ];

    private static SettingField<Did> Length(string name, CharacterFilter keep, int min, int max, string complaint) =>
        SettingField<Did>.Length(name, keep, min, max, complaint);

    private static bool IsMenu(FunctionContext context, string value)
    {
        foreach (CallMenu menu in context.World.CallMenus)
        {
            if (string.Equals(menu.Id, value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
