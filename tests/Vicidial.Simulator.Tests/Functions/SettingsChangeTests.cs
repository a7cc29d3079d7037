using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class SettingsChangeTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void A_new_list_accepts_leads_and_is_returned()
    {
        _caller.NonAgent("add_list&list_id=5001&list_name=Trade fair&campaign_id=TESTCAMP&active=Y&expiration_date=2027-01-31");
        _caller.AddLead("phone_number=7275554001&list_id=5001&list_exists_check=Y");

        Assert.Equal(
            "5001|Trade fair|TESTCAMP|Y|2026-11-20 09:00:00||2027-01-31|0|1|1|\n",
            _caller.NonAgent("list_info&list_id=5001&leads_counts=Y"));
    }

    [Fact]
    public void With_an_expiration_date_new_reset_times_are_not_stored()
    {
        _caller.NonAgent("update_list&list_id=101&reset_time=0900");
        _caller.NonAgent("update_list&list_id=101&reset_time=1700&expiration_date=2027-01-31");

        Assert.Equal("0900", _caller.World.Lists[101].Columns["reset_time"]);
        Assert.Equal(new DateTime(2027, 1, 31), _caller.World.Lists[101].ExpiresOn);
    }

    [Fact]
    public void A_list_is_reset_as_often_as_its_limit_allows()
    {
        string[] responses = [.. Enumerable.Range(1, 2).Select(_ => _caller.NonAgent("update_list&list_id=107&reset_list=Y").Split('\n')[1])];

        Assert.Equal("NOTICE: update_list LEADS IN LIST HAVE BEEN RESET - 6666|107|", responses[0]);
        Assert.Equal("NOTICE: update_list LIST RESET FAILED, daily reset limit reached: 1 / 1 - 6666|107", responses[1]);
        Assert.EndsWith("|1|\n", _caller.NonAgent("list_info&list_id=107"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_moves_removes_its_leads_from_the_old_hopper()
    {
        _caller.NonAgent("update_list&list_id=102&campaign_id=OUTBND2");

        Assert.DoesNotContain(_caller.World.Hopper, entry => entry.Lead.ListId == 102);
        Assert.Contains(_caller.World.Hopper, entry => entry.Lead.ListId == 101);
    }

    [Theory]
    [InlineData("APPEND", "plan_name", true)]
    [InlineData("REPLACE", "plan_name", true)]
    [InlineData("UPDATE", "plan_name", false)]
    public void A_copied_field_keeps_its_type_and_options(string method, string label, bool isCopied)
    {
        LeadList source = _caller.World.Lists[102];
        source.CustomFieldTypes[label] = "SELECT";

        _caller.NonAgent($"update_list&list_id=104&custom_fields_copy=102&custom_copy_method={method}");

        LeadList target = _caller.World.Lists[104];
        Assert.Equal(isCopied, target.CustomFields?.Contains(label) == true);
        Assert.Equal(isCopied ? source.CustomFieldOptions[label] : null, target.CustomFieldOptions.TryGetValue(label, out string? own) ? own : null);
        Assert.Equal(isCopied, target.CustomFieldTypes.ContainsKey(label));
    }

    [Fact]
    public void A_field_that_is_appended_leaves_the_field_of_that_name_alone()
    {
        LeadList target = _caller.World.Lists[104];
        target.CustomFields = ["plan_name"];
        target.CustomFieldOptions["plan_name"] = "own,Own";

        _caller.NonAgent("update_list&list_id=104&custom_fields_copy=102");

        Assert.Equal("own,Own", target.CustomFieldOptions["plan_name"]);
    }

    [Fact]
    public void A_new_field_has_its_options_and_a_deleted_one_leaves_none()
    {
        const string Field = "update_list&list_id=102&field_label=size&field_name=Size&field_size=2&field_type=SELECT&field_rank=9";
        LeadList list = _caller.World.Lists[102];

        _caller.NonAgent(Field + "&custom_fields_add=Y&field_options=s,Small");
        Assert.Equal("s,Small", list.CustomFieldOptions["size"]);

        _caller.NonAgent("update_list&list_id=102&field_label=size&custom_fields_delete=Y");
        Assert.False(list.CustomFieldOptions.ContainsKey("size"));
        Assert.False(list.CustomFieldTypes.ContainsKey("size"));
    }

    [Fact]
    public void Added_and_deleted_fields_are_reported()
    {
        _caller.NonAgent(
            "update_list&list_id=102&custom_fields_add=Y&field_label=shoe_size&field_name=Shoe&field_size=2&field_type=TEXT&field_rank=9"
        );
        _caller.NonAgent("update_list&list_id=102&custom_fields_delete=Y&field_label=balance");
        _caller.NonAgent("update_list&list_id=104&custom_fields_copy=102");

        Assert.EndsWith(
            "|fav_color plan_name notes renewal secret_pin shoe_size\n",
            _caller.NonAgent("list_custom_fields&list_id=102"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "|fav_color plan_name notes renewal secret_pin shoe_size\n",
            _caller.NonAgent("list_custom_fields&list_id=104"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_campaign_dials_differently()
    {
        string before = _caller.NonAgent("list_info&list_id=101&dialable_count=Y");
        _caller.NonAgent("update_campaign&campaign_id=TESTCAMP&dial_status_remove=NEW&auto_dial_level=3.0&dial_timeout=33&reset_hopper=Y");

        Assert.Contains("|RATIO|3.0|DOWN|B N NA DROP|33|", _caller.NonAgent("campaigns_list&campaign_id=TESTCAMP"), StringComparison.Ordinal);
        Assert.StartsWith("ERROR: hopper_list THERE ARE NO LEADS", _caller.NonAgent("hopper_list&campaign_id=TESTCAMP"), StringComparison.Ordinal);
        Assert.NotEqual(before, _caller.NonAgent("list_info&list_id=101&dialable_count=Y"));
    }

    [Fact]
    public void The_first_invalid_field_stops_all_the_others()
    {
        _caller.NonAgent("update_campaign&campaign_id=TESTCAMP&campaign_name=Another name&dial_timeout=999");

        Assert.Equal("Test Campaign", _caller.World.FindCampaign("TESTCAMP")!.Name);
    }

    [Fact]
    public void A_new_user_can_be_looked_up_but_may_do_nothing()
    {
        _caller.NonAgent("add_user&agent_user=5001&agent_pass=9999&agent_user_level=8&agent_full_name=Ann Lee&agent_user_group=AGENTS");

        Assert.Contains("5001|Ann Lee|AGENTS", _caller.NonAgent("user_details&agent_user=5001"), StringComparison.Ordinal);
        Assert.StartsWith(
            "ERROR: user_details USER DOES NOT HAVE PERMISSION",
            _caller.NonAgentAs("5001", "9999", "user_details&agent_user=5001"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_copied_user_has_the_permissions_of_the_original()
    {
        _caller.NonAgent("copy_user&agent_user=5002&agent_pass=9999&agent_full_name=Ann Lee&source_user=api8");

        Assert.StartsWith("101|", _caller.NonAgentAs("5002", "9999", "list_info&list_id=101"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_password_replaces_the_old_one()
    {
        _caller.NonAgent("update_user&agent_user=api9&agent_pass=other");

        Assert.StartsWith("ERROR: Login incorrect", _caller.NonAgentAs("api9", "1234", "list_info&list_id=101"), StringComparison.Ordinal);
        Assert.StartsWith("101|", _caller.NonAgentAs("api9", "other", "list_info&list_id=101"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_are_stored_although_the_response_ends_in_an_error()
    {
        string response = _caller.NonAgent("update_user&agent_user=1001&campaign_rank=9");

        Assert.EndsWith("ERROR: update_user NO UPDATES DEFINED: |6666|\n", response, StringComparison.Ordinal);
        Assert.Equal("9", _caller.World.Users["1001"].Columns["campaign_rank"]);
    }

    [Fact]
    public void A_changed_name_of_an_agent_is_shown_on_the_floor()
    {
        _caller.NonAgent("update_user&agent_user=1001&agent_full_name=Alice Renamed");

        Assert.Contains("|Alice Renamed|", _caller.NonAgent("logged_in_agents"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_phone_has_a_voicemail_box_and_can_monitor()
    {
        _caller.NonAgent(
            "add_phone&extension=cc900&dialplan_number=900&voicemail_id=9001&phone_login=cc900&phone_pass=test&server_ip=10.10.10.15"
            + "&protocol=SIP&registration_password=test&phone_full_name=Supervisor&local_gmt=-5.00&outbound_cid=7275551212");

        Assert.Contains("cc900 - Supervisor", _caller.NonAgent("vm_list"), StringComparison.Ordinal);
        Assert.Equal(
            "SUCCESS: blind_monitor HAS BEEN LAUNCHED - cc900|010*010*010*015*8600052|900|8600052|1|6666\n",
            _caller.NonAgent("blind_monitor&phone_login=cc900&session_id=8600052&server_ip=10.10.10.15&stage=BARGE"));
        Assert.Equal("8600052", Assert.Single(_caller.World.MonitorCalls).SessionId);
    }

    [Fact]
    public void A_wrong_name_changes_the_only_preset()
    {
        _caller.NonAgent("update_presets&campaign_id=TESTCAMP&preset_name=SALES&action=DELETE");

        string response = _caller.NonAgent("update_presets&campaign_id=TESTCAMP&preset_name=NO SUCH&action=DELETE");

        Assert.Equal("SUCCESS: update_presets PRESET HAS BEEN DELETED - 6666|SUPPORT LINE|TESTCAMP\n", response);
        Assert.Equal(
            "NOTICE: update_presets LIST, No Records Found - 6666|TESTCAMP|0\n",
            _caller.NonAgent("update_presets&campaign_id=TESTCAMP&action=LIST")
        );
    }

    [Fact]
    public void Without_a_number_every_entry_of_the_group_is_removed()
    {
        _caller.NonAgent("update_cid_group_entry&cid_group_id=testing_here4&stage=DELETE&areacode=---ALL---");

        Assert.Equal(
            "ERROR: update_cid_group_entry THIS CID GROUP HAS NO ENTRIES: |6666|testing_here4\n",
            _caller.NonAgent("update_cid_group_entry&cid_group_id=testing_here4&stage=INFO&areacode=---ALL---"));
    }

    [Fact]
    public void The_ID_of_a_deleted_DID_is_not_reused()
    {
        _caller.NonAgent("update_did&did_pattern=7275551114&delete_did=Y");
        _caller.NonAgent("add_did&did_pattern=7275551114&did_description=Again here");

        Did did = _caller.World.FindDid("7275551114")!;
        Assert.Equal((104, "Again here"), (did.Id, did.Description));
    }
}
