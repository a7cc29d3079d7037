using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class SettingsQueryTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void A_lead_that_was_added_with_a_high_priority_is_dialed_first()
    {
        long lead = _caller.AddLead("phone_number=2125554001&list_id=101&vendor_lead_code=V9&add_to_hopper=Y&hopper_priority=99");

        string first = _caller.NonAgent("hopper_list&campaign_id=TESTCAMP").Split('\n')[0];

        Assert.StartsWith($"0|99|{lead}|101|2125554001|1|", first, StringComparison.Ordinal);
        Assert.EndsWith("|V9||0|0 HOURS ", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_that_changes_in_the_hopper_shows_its_new_values()
    {
        _caller.World.Update(world => world.Leads.Find(1104)!.LastLocalCallTime = world.Clock.Now.AddDays(-800));

        string row = _caller
            .NonAgent("hopper_list&campaign_id=TESTCAMP")
            .Split('\n')
            .Single(line => line.Contains("|1104|", StringComparison.Ordinal));

        Assert.EndsWith("|2 YEARS ", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Hopper_leads_are_leads_of_the_campaign()
    {
        CallCenter world = _caller.World;

        Assert.Equal(25, world.Hopper.Count(entry => entry.Status == "READY"));
        Assert.All(world.Hopper, entry => Assert.Same(world.Leads.Find(entry.Lead.Id), entry.Lead));
        Assert.All(world.Hopper, entry => Assert.Equal(entry.CampaignId, world.FindList(entry.Lead.ListId)!.CampaignId));
    }

    [Theory]
    [InlineData("7275550199", "dnc_check=Y", "PHONE NUMBER IN DNC")]
    [InlineData("7275550197", "campaign_dnc_check=Y&campaign_id=TESTCAMP", "PHONE NUMBER IN CAMPAIGN DNC")]
    [InlineData("12345", "", "INVALID PHONE NUMBER LENGTH")]
    [InlineData("7270555123", "usacan_prefix_check=Y", "INVALID PHONE NUMBER PREFIX")]
    [InlineData("9995551212", "usacan_areacode_check=Y", "INVALID PHONE NUMBER AREACODE")]
    public void A_number_that_add_lead_rejects_is_rejected_by_the_check(string phone, string fields, string reason)
    {
        Assert.StartsWith(
            $"ERROR: add_lead {reason} - {phone}|",
            _caller.NonAgent($"add_lead&list_id=101&phone_number={phone}&{fields}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"ERROR: check_phone_number {reason} - {phone}|",
            _caller.NonAgent($"check_phone_number&local_call_time=24hours&phone_number={phone}&{fields}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_time_zone_method_finds_no_time_zone() => Assert.Equal(
        "PHONE: 3125551212|1||||\n",
        _caller.NonAgent("check_phone_number&phone_number=3125551212&local_call_time=24hours&tz_method=STARS"));

    [Fact]
    public void Sorted_custom_fields_of_one_list_are_repeated_in_the_next_lists()
    {
        string[] rows = _caller.NonAgent("list_custom_fields&list_id=---ALL---&custom_order=alpha_up").Split('\n');

        Assert.EndsWith("|", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("|balance fav_color notes plan_name renewal secret_pin", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("|balance fav_color notes plan_name renewal secret_pin", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_inactive_in_group_is_not_listed()
    {
        _caller.World.Update(world => world.FindInGroup("SUPPORT")!.IsActive = false);

        Assert.DoesNotContain("SUPPORT", _caller.NonAgent("ingroup_list&comments=field"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_another_group_is_hidden_from_a_restricted_account()
    {
        _caller.World.Update(world => world.CallMenus.Add(new CallMenu("secret", "For administrators") { UserGroup = "ADMIN" }));

        Assert.Contains("secret", _caller.NonAgent("callmenu_list"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _caller.NonAgentAs("restrgrp", "1234", "callmenu_list"), StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_can_be_filtered_by_type()
    {
        _caller.World.Update(world => world.Containers.Add(new SettingsContainer("ZONES", "TIMEZONES", "Zones of the customers")));

        string page = _caller.NonAgent("container_list&type=TIMEZONES");

        Assert.Contains("choose_file('ZONES','')", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CONFETTI", page, StringComparison.Ordinal);
    }
}
