using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>What the dialer does to existing records, and what older releases do instead of unsupported requests.</summary>
public sealed class StateTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void A_reset_of_the_hopper_removes_even_leads_that_are_being_dialed()
    {
        _caller.World.Update(world => world.Hopper[0].Status = "INCALL");
        string campaign = _caller.World.Hopper[0].CampaignId;

        _caller.NonAgent($"update_campaign&campaign_id={campaign}&reset_hopper=Y");

        Assert.DoesNotContain(_caller.World.Hopper, entry => entry.CampaignId == campaign);
    }

    [Fact]
    public void A_callback_request_changes_the_first_callback_of_the_lead_and_reopens_it()
    {
        ScheduledCallback[] callbacks = [.. _caller.World.Callbacks.Where(callback => callback.LeadId == 1017 && !callback.IsArchived)];
        Assert.Equal(["INACTIVE", "ACTIVE"], callbacks.Select(callback => callback.State));
        string second = callbacks[1].DueAt;

        _caller.NonAgent("update_lead&lead_id=1017&callback=Y&callback_datetime=2026-12-26 09:00:00");

        Assert.Equal(("ACTIVE", "2026-12-26 09:00:00", second), (callbacks[0].State, callbacks[0].DueAt, callbacks[1].DueAt));
    }

    [Theory]
    [InlineData("2.14-202", "2026-11-23 09:00:00")]
    [InlineData("2.14-107", "0000-00-00 00:00:00")]
    [InlineData("2.10-69", "0000-00-00 00:00:00")]
    public void Older_releases_do_not_accept_days_from_now_as_a_time(string release, string dueAt)
    {
        Caller caller = On(release);

        long lead = caller.AddLead("phone_number=7275550123&list_id=101&callback=Y&campaign_id=TESTCAMP&callback_datetime=3DAYS");

        Assert.Equal(dueAt, caller.World.Callbacks.Single(callback => callback.LeadId == lead).DueAt);
    }

    [Fact]
    public void A_callback_that_is_rejected_leaves_a_new_lead_on_hold()
    {
        long lead = _caller.AddLead("phone_number=7275550123&list_id=101&callback=Y&campaign_id=NOCAMP");

        Assert.Equal("CBHOLD", _caller.World.Leads.Find(lead)!.Status);
        Assert.DoesNotContain(_caller.World.Callbacks, callback => callback.LeadId == lead);
    }

    [Theory]
    [InlineData("&campaign_id=TESTCAMP", "ERROR: ")]
    [InlineData("&campaign_id=NOCAMP", "SUCCESS: ")]
    [InlineData("", "SUCCESS: ")]
    public void The_do_not_call_list_of_a_campaign_is_checked_only_if_the_campaign_exists(string campaign, string response) => Assert.StartsWith(
        response, _caller.NonAgent("add_lead&phone_number=7275550197&list_id=103&campaign_dnc_check=Y" + campaign), StringComparison.Ordinal);

    [Theory]
    [InlineData("2.10-69", true)]
    [InlineData("2.14-107", true)]
    [InlineData("2.14-194", false)]
    [InlineData("2.14-202", false)]
    public void Older_releases_delete_the_active_leads_instead_of_the_archived_ones(string release, bool deletesActive)
    {
        Caller caller = On(release);
        int before = caller.World.Leads.InList(101).Count;

        caller.NonAgent("update_list&list_id=101&archived_lead=Y&delete_leads=Y");

        Assert.Equal(deletesActive ? 0 : before, caller.World.Leads.InList(101).Count);
    }

    [Fact]
    public void A_request_from_another_dialer_without_a_lead_reaches_an_agent_who_has_none()
    {
        string response = _caller.Agent("force_fronter_leave_3way&agent_user=1009&value=CCC_REMOTE");

        Assert.Equal("SUCCESS: force_fronter_leave_3way SENT - 1002", response);
    }

    [Fact]
    public void The_status_of_a_recording_that_the_screen_has_not_started_has_an_extra_bar()
    {
        int usual = _caller.Agent("recording&agent_user=1001&value=STATUS").Count(c => c == '|');
        _caller.Agent("recording&agent_user=1001&value=START&stage=CASE4711");

        string waiting = _caller.Agent("recording&agent_user=1001&value=STATUS");

        Assert.StartsWith("NOTICE: recording active - 1001|STARTCASE4711|", waiting, StringComparison.Ordinal);
        Assert.Equal(usual + 1, waiting.Count(c => c == '|'));
    }

    [Fact]
    public void A_command_for_a_screen_is_cut_to_the_length_of_its_column()
    {
        _caller.Agent("send_dtmf&agent_user=1001&value=" + new string('1', 101));
        _caller.Agent(
            $"external_dial&agent_user=1003&value=7275551111&phone_code=1&search=NO&preview=NO&focus=NO&vendor_id={new string('v', 90)}&dial_prefix=9"
        );

        Assert.Equal(100, _caller.World.Floor.Find("1001")!.Screen.Waiting("send_dtmf")!.Length);
        Assert.Equal(100, _caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial")!.Length);
    }

    [Fact]
    public void A_separator_in_a_vendor_ID_moves_the_following_values()
    {
        _caller.Agent("external_dial&agent_user=1003&value=7275551111&phone_code=1&search=NO&preview=NO&focus=NO&vendor_id=A!B!C&dial_prefix=9");

        string[] columns = _caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial")!.Split('!');

        Assert.Equal(["A", "B", "C"], columns[5..8]);
    }

    [Fact]
    public void More_numbers_and_a_time_zone_are_used_only_for_new_leads()
    {
        decimal before = _caller.World.Leads.Find(1033)!.GmtOffset;

        _caller.NonAgent("update_lead&lead_id=1033&owner=PST&tz_method=TZCODE&multi_alt_phones=7275551212_1_work");

        Assert.Equal(before, _caller.World.Leads.Find(1033)!.GmtOffset);
        Assert.Null(_caller.World.Leads.Find(1033)!.AltPhones);
    }

    private static Caller On(string release) => new(new Hashtable { ["Generation"] = release });
}
