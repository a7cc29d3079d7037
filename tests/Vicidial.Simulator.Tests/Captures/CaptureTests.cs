using System.Text;
using Vicidial.Simulator.Hosting;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Simulator.Tests.Captures;

/// <summary>The simulator against every capture of the functions that it has.</summary>
public sealed class CaptureTests
{
    private static readonly string[] Files =
    [
        "non-agent/version",
        "non-agent/auth",
        "non-agent/logged_in_agents",
        "non-agent/add_lead",
        "non-agent/list_info",
        "non-agent/phone_number_log",
        "non-agent/recording_lookup",
        "non-agent/did_log_export",
        "non-agent/callid_info",
        "non-agent/ccc_lead_info",
        "non-agent/lead_all_info",
        "non-agent/lead_field_info",
        "non-agent/lead_search",
        "non-agent/lead_status_search",
        "non-agent/lead_callback_info",
        "non-agent/agent_stats_export",
        "non-agent/call_status_stats",
        "non-agent/call_dispo_report",
        "non-agent/agent_status",
        "non-agent/in_group_status",
        "non-agent/user_group_status",
        "non-agent/user_details",
        "non-agent/agent_campaigns",
        "non-agent/agent_ingroup_info",
        "non-agent/campaigns_list",
        "non-agent/hopper_list",
        "non-agent/list_custom_fields",
        "non-agent/check_phone_number",
        "non-agent/coffee",
        "non-agent/sounds_list",
        "non-agent/moh_list",
        "non-agent/vm_list",
        "non-agent/callmenu_list",
        "non-agent/container_list",
        "non-agent/ingroup_list",
        "non-agent/update_lead", "non-agent/batch_update_lead", "non-agent/lead_dearchive", "non-agent/hopper_bulk_insert",
        "non-agent/add_dnc_phone", "non-agent/delete_dnc_phone", "non-agent/add_fpg_phone", "non-agent/delete_fpg_phone",
        "non-agent/add_user", "non-agent/copy_user", "non-agent/update_user",
        "non-agent/add_list", "non-agent/update_list", "non-agent/update_campaign",
        "non-agent/update_log_entry", "non-agent/add_did", "non-agent/copy_did", "non-agent/update_did",
        "non-agent/add_phone", "non-agent/update_phone", "non-agent/add_phone_alias", "non-agent/update_phone_alias",
        "non-agent/add_group_alias", "non-agent/server_refresh", "non-agent/blind_monitor", "non-agent/update_remote_agent",
        "non-agent/update_cid_group_entry", "non-agent/update_presets", "non-agent/update_alt_url",
        "agent/version", "agent/auth", "agent/call_agent", "agent/webserver",
        "agent/calls_in_queue_count", "agent/st_get_agent_active_lead", "agent/webphone_url", "agent/coffee",
        "agent/external_hangup", "agent/external_pause", "agent/external_status", "agent/pause_code", "agent/external_dial", "agent/capture",
        "agent/park_call", "agent/transfer_conference", "agent/logout", "agent/change_ingroups", "agent/update_fields",
        "agent/external_add_lead", "agent/set_timer_action", "agent/st_login_log", "agent/ra_call_control", "agent/send_dtmf",
        "agent/audio_playback", "agent/switch_lead", "agent/preview_dial_action", "agent/vm_message", "agent/refresh_panel",
        "agent/send_notification", "agent/force_fronter_leave_3way", "agent/force_fronter_audio_stop",
    ];

    private const string FormerAccount = "The account had another list of functions while this was recorded.";
    private const string OtherData = "The invented calls of this call center are others than those of the recorded one.";
    private const string Offset = "The time zone of a dialer that runs cannot be changed here; a scenario sets it.";

    /// <summary>The cases that get another response here than the recorded one, with the reason.</summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["2.10-69/non-agent/add_lead/078"] = "The old release's debug output of statements is not simulated.",
        ["2.14-107/non-agent/agent_status/049"] = FormerAccount,
        ["2.14-194/non-agent/agent_status/049"] = FormerAccount,
        ["2.14-107/non-agent/ccc_lead_info/025"] = OtherData,
        ["2.14-194/non-agent/ccc_lead_info/025"] = OtherData,
        ["2.14-107/non-agent/lead_status_search/003"] = OtherData,
        ["2.14-107/non-agent/lead_status_search/013"] = OtherData,
        ["2.14-194/non-agent/lead_status_search/003"] = OtherData,
        ["2.14-194/non-agent/call_dispo_report/005"] = OtherData,
        ["2.14-194/non-agent/call_status_stats/007"] = OtherData,
        ["2.14-194/non-agent/recording_lookup/019"] = OtherData,
        ["2.14-107/non-agent/version/007"] = Offset,
        ["2.14-194/non-agent/version/007"] = Offset,
        ["2.14-194/non-agent/auth/057"] = "That PHP 8 fails at an array where a text is due is not simulated.",
        ["2.14-194/non-agent/list_info/039"] = "A table missing on the server is not simulated; a fault can give its status 500.",
        ["2.14-202/non-agent/list_info/039"] = "A table missing on the server is not simulated; a fault can give its status 500.",
        ["2.14-202-php8.1/non-agent/list_info/039"] = "A table missing on the server is not simulated; a fault can give its status 500.",
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string generation in Testing.Captures.Generations)
        {
            foreach (Capture capture in Testing.Captures.All(generation).Where(IsOfASimulatedFunction))
            {
                if (!Differences.ContainsKey($"{generation}/{capture.Id}"))
                {
                    cases.Add(generation, capture.Id);
                }
            }
        }

        return cases;

        static bool IsOfASimulatedFunction(Capture capture) =>
            Files.Any(file => capture.Id.StartsWith(file + "/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_recorded_request_gets_the_recorded_response(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        SimulatorResponse response = CapturedRun.ResponseTo(capture);

        Assert.Equal(ResponseShape.Of(capture, capture.Body), ResponseShape.Of(capture, Encoding.UTF8.GetString(response.Body)));
        Assert.Equal(capture.Status, response.Status);
        Assert.Equal(capture.ContentType, response.ContentType);
    }

    [Theory]
    [MemberData(nameof(KnownDifferences))]
    public void A_known_difference_still_exists(string key)
    {
        string[] parts = key.Split('/', 2);
        Capture capture = Testing.Captures.Find(parts[0], parts[1]);
        SimulatorResponse response = CapturedRun.ResponseTo(capture);

        Assert.NotEqual(
            (ResponseShape.Of(capture, capture.Body), capture.Status, capture.ContentType),
            (ResponseShape.Of(capture, Encoding.UTF8.GetString(response.Body)), response.Status, response.ContentType)
        );
    }

    public static TheoryData<string> KnownDifferences() => [.. Differences.Keys];
}
