using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>What agents' screens do after they have fetched a command of the Agent API.</summary>
public sealed class AgentScreenTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void A_pause_waits_until_the_screen_fetches_it()
    {
        _caller.Agent("external_pause&agent_user=1002&value=PAUSE");
        Assert.Equal("READY", Status("1002"));
        Assert.StartsWith("PAUSE!", _caller.World.Floor.Find("1002")!.Screen.Waiting("external_pause"), StringComparison.Ordinal);

        Step();

        Assert.Equal("PAUSED", Status("1002"));
        Assert.Null(_caller.World.Floor.Find("1002")!.Screen.Waiting("external_pause"));
        Assert.Contains("|PAUSED|", Row("1002"), StringComparison.Ordinal);
    }

    [Fact]
    public void Less_than_a_second_is_too_early()
    {
        _caller.Agent("external_pause&agent_user=1002&value=PAUSE");
        _caller.World.Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.Equal("READY", Status("1002"));

        _caller.World.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("PAUSED", Status("1002"));
    }

    [Fact]
    public void A_screen_without_a_wait_acts_before_the_next_request()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["ScreenSeconds"] = 0 } });

        caller.Agent("external_pause&agent_user=1002&value=PAUSE");

        Assert.StartsWith("PAUSED|", caller.NonAgent("agent_status&agent_user=1002"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_request_replaces_one_that_was_not_fetched_yet()
    {
        _caller.Agent("pause_code&agent_user=1003&value=TEA");
        _caller.Agent("pause_code&agent_user=1003&value=TRAIN");
        Step();

        Assert.Equal("TRAIN", Field("1003", 8));
    }

    [Theory]
    [InlineData("1003", "READY", "")]
    [InlineData("7003", "CLOSER", "")]
    [InlineData("1015", "PAUSED", "")]
    public void A_resumed_agent_waits_as_the_campaign_requires(string agent, string status, string code)
    {
        _caller.Agent($"external_pause&agent_user={agent}&value=RESUME");
        Step();

        Assert.Equal(status, Status(agent));
        Assert.Equal(code, Field(agent, 8));
    }

    [Fact]
    public void A_call_is_hung_up_then_gets_its_status_and_the_agent_pauses()
    {
        _caller.Agent("external_hangup&agent_user=1001&value=1");
        Step();
        Assert.Equal(("PAUSED", "", "1021", "DISPO"), (Status("1001"), Field("1001", 1), Field("1001", 2), Field("1001", 9)));

        _caller.Agent("external_pause&agent_user=1001&value=PAUSE");
        Step();
        Assert.Equal("DISPO", Field("1001", 9));

        _caller.Agent("external_status&agent_user=1001&value=SALE");
        Step();
        Assert.Equal(("PAUSED", "0", ""), (Status("1001"), Field("1001", 2), Field("1001", 9)));
        Assert.StartsWith("SALE|1001|", _caller.NonAgent("lead_all_info&lead_id=1021"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_ends_a_call_that_is_still_connected()
    {
        _caller.Agent("external_status&agent_user=1001&value=NI");
        Step();

        Assert.Equal(("READY", "", "0"), (Status("1001"), Field("1001", 1), Field("1001", 2)));
    }

    [Fact]
    public void A_hang_up_without_a_call_ends_the_next_one()
    {
        _caller.Agent("external_hangup&agent_user=1003&value=1");
        Step();
        Assert.Equal("PAUSED", Status("1003"));

        _caller.Agent("external_dial&agent_user=1003&value=7275550123&search=YES&preview=NO&focus=YES");
        Step();

        Assert.Equal("DISPO", Field("1003", 9));
    }

    [Fact]
    public void A_callback_comes_with_the_status()
    {
        _caller.Agent("external_status&agent_user=1001&value=CALLBK&callback_datetime=2026-12-25 12:00:00&callback_type=USERONLY");
        Step();

        ScheduledCallback callback = _caller.World.Callbacks[^1];
        Assert.Equal(
            (1021, "TESTCAMP", "2026-12-25 12:00:00", "USERONLY", "1001"),
            (callback.LeadId, callback.CampaignId, callback.DueAt, callback.Kind, callback.User)
        );
        Assert.Equal("CBHOLD", _caller.World.Leads.Find(1021)!.Status);
    }

    [Fact]
    public void A_number_that_no_lead_has_becomes_a_lead_of_the_manual_list()
    {
        _caller.Agent("external_dial&agent_user=1003&value=7275550123&phone_code=1&search=YES&preview=NO&focus=YES&vendor_id=V9");
        Step();

        string[] lead = _caller.NonAgent("lead_all_info&phone_number=7275550123").TrimEnd('\n').Split('|');
        Assert.Equal(("INCALL", "1003", "V9", "998"), (lead[0], lead[1], lead[2], lead[4]));
        Assert.Equal(("INCALL", lead[^1], "7275550123"), (Status("1003"), Field("1003", 2), Field("1003", 10)));
    }

    [Fact]
    public void A_call_uses_the_lead_with_the_number_and_a_preview_calls_no_one()
    {
        _caller.Agent("external_dial&agent_user=1003&value=7275551001&search=YES&preview=YES&focus=YES");
        Step();
        Assert.Equal(("PAUSED", "1001", "PREVIEW"), (Status("1003"), Field("1003", 2), Field("1003", 9)));

        _caller.Agent("preview_dial_action&agent_user=1003&value=DIALONLY");
        Step();
        Assert.Equal(("INCALL", "1001", ""), (Status("1003"), Field("1003", 2), Field("1003", 9)));
    }

    [Fact]
    public void The_next_number_comes_from_the_hopper()
    {
        int before = _caller.World.Hopper.Count;

        _caller.Agent("external_dial&agent_user=1003&value=MANUALNEXT&search=NO&preview=NO&focus=NO");
        Step();

        Assert.Equal("1001", Field("1003", 2));
        Assert.Equal(before - 1, _caller.World.Hopper.Count);
    }

    [Fact]
    public void Queued_numbers_are_called_one_after_the_other()
    {
        _caller.Agent("external_dial&agent_user=1015&value=7275550123&search=NO&preview=NO&focus=NO");
        _caller.Agent("external_dial&agent_user=1015&value=7275550124&search=NO&preview=NO&focus=NO");
        Step();
        Assert.Equal("7275550123", Field("1015", 10));

        _caller.Agent("external_status&agent_user=1015&value=NA");
        Step();
        Assert.Equal("7275550124", Field("1015", 10));
    }

    [Fact]
    public void A_recording_runs_from_start_to_stop()
    {
        Assert.StartsWith("NOTICE: not recording - 1001|", _caller.Agent("recording&agent_user=1001&value=STATUS"), StringComparison.Ordinal);
        _caller.Agent("recording&agent_user=1001&value=START&stage=_X");
        Step();
        Assert.Equal(
            "NOTICE: recording active - 1001|90003|20261120-090001_7275501021_1001_X|10.10.10.15|2026-11-20 09:00:01|10.10.10.15|8600051|INCALL\n",
            _caller.Agent("recording&agent_user=1001&value=STATUS"));

        _caller.Agent("recording&agent_user=1001&value=STOP");
        Step();
        Assert.StartsWith("NOTICE: not recording - 1001|", _caller.Agent("recording&agent_user=1001&value=STATUS"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PARK_CUSTOMER", "PARK")]
    [InlineData("PARK_IVR_CUSTOMER", "PARK")]
    [InlineData("SWAP_PARK_CUSTOMER", "PARK")]
    [InlineData("PARK_XFER", "")]
    [InlineData("SWAP_PARK_XFER", "")]
    public void A_parked_customer_is_shown_and_can_be_reconnected(string value, string subStatus)
    {
        _caller.Agent("park_call&agent_user=1001&value=" + value);
        Step();
        Assert.Equal(subStatus, Field("1001", 9));

        _caller.Agent("park_call&agent_user=1001&value=GRAB_CUSTOMER");
        Step();
        Assert.Equal(string.Empty, Field("1001", 9));
    }

    [Fact]
    public void A_transferred_customer_waits_in_the_in_group()
    {
        string before = _caller.NonAgent("in_group_status&in_groups=SUPPORT");
        _caller.Agent("transfer_conference&agent_user=1001&value=LOCAL_CLOSER&ingroup_choices=SUPPORT");
        Step();

        Assert.Equal("DISPO", Field("1001", 9));
        Assert.Equal(1 + int.Parse(before.Split('|')[2]), int.Parse(_caller.NonAgent("in_group_status&in_groups=SUPPORT").Split('|')[2]));
        Assert.Equal("V1201200000000001021", _caller.World.WaitingCalls[^1].CallerId);
    }

    [Fact]
    public void A_third_party_joins_and_leaves()
    {
        _caller.Agent("transfer_conference&agent_user=1001&value=DIAL_WITH_CUSTOMER&phone_number=8500");
        Step();
        Assert.Equal("3-WAY", Field("1001", 9));
        Assert.Equal(
            "ERROR: agent_user has current active 3-way call - 1001|1|0|YES\n",
            _caller.Agent("transfer_conference&agent_user=1001&value=DIAL_WITH_CUSTOMER&phone_number=8501&tw_check=YES"));

        _caller.Agent("transfer_conference&agent_user=1001&value=HANGUP_XFER");
        Step();
        Assert.Equal(string.Empty, Field("1001", 9));
    }

    [Fact]
    public void The_other_agent_leaves_the_call_and_can_be_found_for_some_time()
    {
        _caller.Agent("force_fronter_leave_3way&agent_user=1010&value=LOCAL_ONLY");
        Step();
        Assert.Equal(("DISPO", "3-WAY"), (_caller.World.Floor.Find("1009")!.SubStatus, Field("1010", 9)));

        _caller.Agent("external_status&agent_user=1009&value=XFER");
        Step();
        Assert.StartsWith(
            "ERROR: force_fronter_audio_stop error - no audio playing in other agent session - 8600059|",
            _caller.Agent("force_fronter_audio_stop&agent_user=1010&value=LOCAL_ONLY"),
            StringComparison.Ordinal);

        _caller.World.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("ERROR: no fronter found - 1010\n", _caller.Agent("force_fronter_audio_stop&agent_user=1010&value=LOCAL_ONLY"));
    }

    [Fact]
    public void An_agent_who_logs_out_leaves_the_floor_after_the_call()
    {
        _caller.Agent("logout&agent_user=1001&value=LOGOUT");
        _caller.Agent("logout&agent_user=1002&value=LOGOUT");
        Step();
        Assert.DoesNotContain("\n1002|", _caller.NonAgent("logged_in_agents"), StringComparison.Ordinal);
        Assert.Equal("INCALL", Status("1001"));

        _caller.Agent("external_status&agent_user=1001&value=SALE");
        Step();
        Assert.Equal("ERROR: agent_status AGENT NOT LOGGED IN: 6666|1001\n", _caller.NonAgent("agent_status&agent_user=1001"));
    }

    [Fact]
    public void Changed_in_groups_are_shown_by_every_query()
    {
        Assert.Equal(
            "SUCCESS: change_ingroups function set - 6666|1002| SUPPORT ES_VENTAS -|NO|\n",
            _caller.Agent("change_ingroups&agent_user=1002&value=CHANGE&blended=NO&ingroup_choices= SUPPORT ES_VENTAS -"));
        Step();

        Assert.Equal(
            "SUCCESS:  - 1002|text\nSELECTED INGROUPS:  SUPPORT ES_VENTAS -\nOUTBOUND AUTODIAL: N\nMANAGER OVERRIDE: Y\nMANAGER: 6666\n\n",
            _caller.NonAgent("agent_ingroup_info&agent_user=1002&stage=text"));
        Assert.Equal("CLOSER", Status("1002"));
        Assert.Equal("ES_VENTAS|0|0|1|0|1|0|0|0\n", _caller.NonAgent("in_group_status&in_groups=ES_VENTAS"));
        Assert.Equal(
            "ERROR: ingroup does not exist - 1002|NOPE| NOPE -\n",
            _caller.Agent("change_ingroups&agent_user=1002&value=ADD&blended=NO&ingroup_choices= NOPE -"));
    }

    [Fact]
    public void Audio_plays_until_it_is_stopped()
    {
        _caller.Agent("audio_playback&agent_user=1001&stage=PLAY&value=beep");
        Step();
        Assert.StartsWith(
            "ERROR: audio_playback error - audio already playing in agent session - 8600051|",
            _caller.Agent("audio_playback&agent_user=1001&stage=PLAY&value=beep"),
            StringComparison.Ordinal);
        Assert.Equal(2, _caller.Agent("audio_playback&agent_user=1001&stage=PLAY&value=beep&dial_override=Y").Count(character => character == '\n'));
        _caller.Agent("audio_playback&agent_user=1001&stage=STOP");
        Step();

        Assert.Equal(string.Empty, _caller.World.Floor.Find("1001")!.Audio);
    }

    [Fact]
    public void Another_lead_appears_on_the_screen_of_an_inbound_call()
    {
        _caller.Agent("switch_lead&agent_user=1006&lead_id=1001");
        Step();

        Assert.Equal(("1001", "7275551001"), (Field("1006", 2), Field("1006", 10)));
    }

    [Fact]
    public void A_command_that_waits_for_the_end_of_a_call_is_done_however_the_call_ends()
    {
        _caller.Agent("external_pause&agent_user=2001&value=PAUSE");
        Step();
        Assert.Equal("INCALL", Status("2001"));

        _caller.Agent("ra_call_control&agent_user=2001&value=V1201200000000001032&stage=HANGUP");
        Step();
        Assert.Equal("PAUSED", Status("2001"));
    }

    [Fact]
    public void A_campaign_setting_in_a_scenario_applies_to_its_agents()
    {
        var caller = new Caller(new Hashtable
        {
            ["Campaigns"] = new object[]
            {
                new Hashtable { ["CampaignId"] = "SALES", ["DialMethod"] = "MANUAL", ["QueuesApiDials"] = true, ["PreviewDial"] = "DISABLED" },
            },
            ["Agents"] = new object[] { new Hashtable { ["User"] = "anna", ["CampaignId"] = "SALES", ["Status"] = "INCALL", ["LeadId"] = 1001 } },
        });
        const string Dial = "external_dial&agent_user=anna&value=7275550123&search=NO&preview=NO&focus=NO";

        Assert.StartsWith("SUCCESS: ", caller.Agent(Dial), StringComparison.Ordinal);
        Assert.Equal("ERROR: phone_number is already in this agents manual dial queue - anna|7275550123\n", caller.Agent(Dial));
        Assert.Equal("ERROR: agent_user is not paused - anna\n", caller.Agent("preview_dial_action&agent_user=anna&value=SKIP"));
    }

    [Theory]
    [InlineData("recipient=TESTCAMP&recipient_type=CAMPAIGN&show_confetti=Y", "SUCCESS: notification queued - TESTCAMP|CAMPAIGN|1\n")]
    [InlineData(
        "recipient=INBND1&recipient_type=CAMPAIGN&notification_text=x",
        "ERROR: ACCESS TO CAMPAIGN INBND1 NOT ALLOWED FOR USER restrgrp ( TESTCAMP -) - |INBND1\n"
    )]
    [InlineData(
        "recipient=ADMIN&recipient_type=USER_GROUP&notification_text=x",
        "ERROR: ACCESS TO USER GROUP ADMIN NOT ALLOWED FOR USER restrgrp - |ADMIN\n"
    )]
    [InlineData(
        "recipient=1001&recipient_type=USER&notification_text=x&notification_date=2026-99-99",
        "NOTICE: Invalid notification date 2026-99-99, changing to nowSUCCESS: notification queued - 1001|USER|1\n"
    )]
    public void Notifications_reach_the_recipients_that_the_account_may_notify(string fields, string response) =>
        Assert.Equal(response, _caller.AgentAs("restrgrp", "1234", "send_notification&" + fields));

    [Fact]
    public void A_remote_agents_call_ends_immediately()
    {
        _caller.Agent("ra_call_control&agent_user=2001&value=V1201200000000001032&stage=INGROUPTRANSFER&ingroup_choices=SALESLINE");

        Assert.Equal(("READY", "0"), (Status("2001"), Field("2001", 2)));
        Assert.Equal("RAXFER", _caller.World.Leads.Find(1032)!.Status);
        Assert.Contains(_caller.World.WaitingCalls, call => call.LeadId == 1032 && call.GroupId == "SALESLINE");
    }

    private void Step() => _caller.World.Clock.Advance(TimeSpan.FromSeconds(1));

    private string Status(string agent) => Field(agent, 0);

    private string Field(string agent, int index) => _caller.NonAgent("agent_status&agent_user=" + agent).TrimEnd('\n').Split('|')[index];

    private string Row(string agent) =>
        _caller.NonAgent("logged_in_agents").Split('\n').Single(row => row.StartsWith(agent + "|", StringComparison.Ordinal));
}
