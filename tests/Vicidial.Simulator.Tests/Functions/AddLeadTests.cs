using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class AddLeadTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void Leads_added_are_counted_in_their_list()
    {
        string before = _caller.NonAgent("list_info&list_id=101&leads_counts=Y");
        _caller.AddLead("phone_number=7275554001&list_id=101");
        _caller.AddLead("phone_number=7275554002&list_id=101");

        string after = _caller.NonAgent("list_info&list_id=101&leads_counts=Y&dialable_count=Y");

        Assert.EndsWith("|2152|773|\n", before, StringComparison.Ordinal);
        Assert.EndsWith("|2154|775|1080\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Lead_IDs_start_at_10001_and_increase_by_one() =>
        Assert.Equal([10001L, 10002L, 10003L], Enumerable.Range(1, 3).Select(i => _caller.AddLead($"phone_number=727555400{i}&list_id=101")));

    [Fact]
    public void A_duplicate_is_rejected_with_the_existing_lead()
    {
        long id = _caller.AddLead("phone_number=7275554001&list_id=101");

        Assert.Equal(
            $"ERROR: add_lead DUPLICATE PHONE NUMBER IN SYSTEM - 7275554001|103|{id}|101\n",
            _caller.NonAgent("add_lead&phone_number=7275554001&list_id=103&duplicate_check=DUPSYS")
        );
        Assert.StartsWith(
            "SUCCESS",
            _caller.NonAgent("add_lead&phone_number=7275554001&list_id=103&duplicate_check=DUPLIST"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "SUCCESS",
            _caller.NonAgent("add_lead&phone_number=7275554001&list_id=104&duplicate_check=DUPCAMP"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("DUPLIST30DAY", 29, false)]
    [InlineData("DUPLIST30DAY", 31, true)]
    [InlineData("DUPLIST-DUPSYS-7DAY", 8, true)]
    [InlineData("DUPLIST1DAY", 2, true)]
    [InlineData("DUPLIST21DAY", 2, false)]
    [InlineData("DUPLIST", 5000, false)]
    public void An_age_limits_what_counts_as_a_duplicate(string rule, int daysLater, bool isAdded)
    {
        _caller.AddLead("phone_number=7275554001&list_id=101");
        _caller.World.Clock.Advance(TimeSpan.FromDays(daysLater));

        string response = _caller.NonAgent("add_lead&phone_number=7275554001&list_id=101&duplicate_check=" + rule);

        Assert.StartsWith(isAdded ? "SUCCESS" : "ERROR: add_lead DUPLICATE PHONE NUMBER IN LIST", response, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_number_is_found_as_ALT_and_one_rule_of_several_is_enough()
    {
        long id = _caller.AddLead("phone_number=7275554001&alt_phone=7275554009&list_id=101&title=Dr&first_name=Ann&last_name=Lee");

        Assert.Equal(
            $"ERROR: add_lead DUPLICATE PHONE NUMBER IN LIST - 7275554009|101|{id}|ALT\n",
            _caller.NonAgent("add_lead&phone_number=7275554009&list_id=101&duplicate_check=DUPLIST-DUPPHONEALTLIST"));
        Assert.Equal(
            $"ERROR: add_lead DUPLICATE TITLE ALT_PHONE IN CAMPAIGN LISTS - dr|7275554009|102|{id}|101\n",
            _caller.NonAgent("add_lead&phone_number=7275554008&alt_phone=7275554009&title=dr&list_id=102&duplicate_check=DUPTITLEALTPHONECAMP"));
        Assert.Equal(
            $"ERROR: add_lead DUPLICATE NAME PHONE IN SYSTEM - ANN|LEE|7275554001|104|{id}|101\n",
            _caller.NonAgent("add_lead&phone_number=7275554001&first_name=ANN&last_name=LEE&list_id=104&duplicate_check=DUPNAMEPHONESYS"));
    }

    [Fact]
    public void Stored_values_are_silently_filtered_and_cut()
    {
        long id = _caller.AddLead(
            "phone_number=%2B1 (727) 555-4001&list_id=101&first_name=Zo%C3%AB %26 Co%2BKG&title=Professor&state=Florida&rank=-99999"
                + "&date_of_birth=2001-02-30&gender=X&email=a%2Bb%40c.d&comments=a%3Bb%23c%22d%5Ce%7Cf&middle_initial=QX"
                + "&phone_code=%2B44&owner=A&postal_code=%23SW1A"
        );

        Lead lead = _caller.World.Leads.Find(id)!;

        Assert.Equal("17275554001", lead.PhoneNumber);
        Assert.Equal("Zo  Co KG", lead.FirstName);
        Assert.Equal("Prof", lead.Title);
        Assert.Equal("Fl", lead.State);
        Assert.Equal(32767, lead.Rank);
        Assert.Equal("0000-00-00", lead.DateOfBirth);
        Assert.Equal(string.Empty, lead.Gender);
        Assert.Equal("a b@c.d", lead.Email);
        Assert.Equal("abcde|f", lead.Comments);
        Assert.Equal("Q", lead.MiddleInitial);
        Assert.Equal("44", lead.PhoneCode);
        Assert.Equal("SW1A", lead.PostalCode);
        Assert.Equal(0, lead.GmtOffset);
    }

    [Fact]
    public void Letters_beyond_ASCII_are_kept_if_the_setting_is_on()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["UseNonLatin"] = true } });
        long id = caller.AddLead("phone_number=7275554001&list_id=101&first_name=Zo%C3%AB&last_name=%E6%9D%8E%3F");

        Assert.Equal("Zoë", caller.World.Leads.Find(id)!.FirstName);
        Assert.Equal("李", caller.World.Leads.Find(id)!.LastName);
    }

    [Theory]
    [InlineData("tz_method=TZCODE&owner=HST", "-10")]
    [InlineData("tz_method=TZCODE&owner=NST", "-3.5")]
    [InlineData("tz_method=TZCODE&owner=nobody", "-6")]
    [InlineData("tz_method=POSTAL&postal_code=81009", "-7")]
    [InlineData("gmt_offset_now=3", "-6")]
    public void The_time_zone_comes_from_the_method(string fields, string offset) => Assert.Equal(
        $"SUCCESS: add_lead LEAD HAS BEEN ADDED - 3125554001|101|10001|{offset}|6666\n",
        _caller.NonAgent("add_lead&phone_number=3125554001&list_id=101&" + fields));

    [Fact]
    public void An_empty_state_is_looked_up_if_requested()
    {
        long asked = _caller.AddLead("phone_number=3125554001&list_id=101&lookup_state=Y");
        long given = _caller.AddLead("phone_number=3125554002&list_id=101&lookup_state=Y&state=FL");
        long not = _caller.AddLead("phone_number=3125554003&list_id=101");

        Assert.Equal(["IL", "FL", ""], new[] { asked, given, not }.Select(id => _caller.World.Leads.Find(id)!.State));
    }

    [Fact]
    public void A_callback_puts_the_lead_on_hold_even_if_it_fails()
    {
        string response = _caller.NonAgent("add_lead&phone_number=7275554001&list_id=101&callback=Y&callback_datetime=NOW&campaign_id=NOPE");

        Assert.Equal(
            "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|101|10001|-5|6666\n"
            + "NOTICE: add_lead SCHEDULED CALLBACK NOT ADDED, CAMPAIGN NOT VALID - 10001|NOPE\n",
            response);
        Assert.Equal("CBHOLD", _caller.World.Leads.Find(10001)!.Status);
        Assert.DoesNotContain(_caller.World.Callbacks, callback => callback.LeadId == 10001);
    }

    [Fact]
    public void A_callback_is_stored_with_its_time()
    {
        long lead = _caller.AddLead(
            "phone_number=7275554001&list_id=101&callback=Y&campaign_id=TESTCAMP&callback_datetime=3DAYS"
                + "&callback_type=USERONLY&callback_user=1001&callback_comments=soon"
        );

        ScheduledCallback callback = Assert.Single(_caller.World.Callbacks, callback => callback.LeadId == lead);

        Assert.Equal("2026-11-23 09:00:00", callback.DueAt);
        Assert.Equal("USERONLY", callback.Kind);
        Assert.Equal("1001", callback.User);
        Assert.Equal("soon", callback.Comments);
    }

    [Theory]
    [InlineData("hopper_priority=500", 99)]
    [InlineData("hopper_priority=-500", -99)]
    [InlineData("", 0)]
    public void A_lead_in_the_hopper_has_its_priority(string fields, int priority)
    {
        long lead = _caller.AddLead("phone_number=7275554001&list_id=101&add_to_hopper=Y&" + fields);

        HopperEntry entry = Assert.Single(_caller.World.Hopper, entry => entry.Lead.Id == lead);

        Assert.Equal(priority, entry.Priority);
        Assert.Equal("TESTCAMP", entry.CampaignId);
    }

    [Fact]
    public void The_local_time_of_a_lead_decides_whether_it_is_added_to_the_hopper()
    {
        const string Fields = "add_lead&list_id=101&add_to_hopper=Y&hopper_local_call_time_check=Y&phone_number=";
        _caller.World.Lists[101].LocalCallTime = "9am-5pm";

        Assert.Contains("ADDED TO HOPPER - 2125554001", _caller.NonAgent(Fields + "2125554001"), StringComparison.Ordinal);
        Assert.Contains(
            "NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME - 4155554001|10002|-8|0|6666",
            _caller.NonAgent(Fields + "4155554001"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void More_numbers_are_stored_with_the_lead()
    {
        long id = _caller.AddLead("phone_number=7275554001&list_id=101&multi_alt_phones=7275551212_1_work!7275551213_44_at_home!!5551214");

        Assert.Equal(
            ["7275551212/1/work", "7275551213/44/at_home", "5551214//"],
            _caller.World.Leads.Find(id)!.AltPhones!.Select(number => $"{number.PhoneNumber}/{number.PhoneCode}/{number.Note}"));
    }

    [Fact]
    public void Custom_fields_are_returned()
    {
        long id = _caller.AddLead("phone_number=7275554001&list_id=102&custom_fields=Y&fav_color=blue&notes=a%7Cb&unknown=x");

        string info = _caller.NonAgent($"lead_all_info&lead_id={id}&custom_fields=Y&header=YES&stage=tab");

        string[] lines = info.Split('\n');
        Assert.EndsWith("\tlead_id\tfav_color\tplan_name\tbalance\tnotes\trenewal\tsecret_pin", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"\t102\t{id}\tblue\t\t\ta|b\t\t", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Custom_fields_can_be_disabled()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["CustomFieldsEnabled"] = false } });

        Assert.EndsWith(
            "NOTICE: add_lead CUSTOM FIELDS NOT ADDED, CUSTOM FIELDS DISABLED - 7275554001|10001|Y|0\n",
            caller.NonAgent("add_lead&phone_number=7275554001&list_id=102&custom_fields=Y&fav_color=blue"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_campaign_may_use_the_do_not_call_list_of_another() => Assert.Equal(
        "ERROR: add_lead PHONE NUMBER IN CAMPAIGN DNC - 7275550197|OUTBND2|6666\n",
        _caller.NonAgent("add_lead&phone_number=7275550197&list_id=103&campaign_dnc_check=Y&campaign_id=OUTBND2"));

    [Fact]
    public void An_area_code_on_the_do_not_call_list_counts_only_if_requested()
    {
        Assert.StartsWith("SUCCESS", _caller.NonAgent("add_lead&phone_number=9005554001&list_id=101&dnc_check=Y"), StringComparison.Ordinal);
        Assert.Equal(
            "ERROR: add_lead PHONE NUMBER IN DNC - 9005554002|6666\n",
            _caller.NonAgent("add_lead&phone_number=9005554002&list_id=101&dnc_check=AREACODE")
        );
    }

    [Theory]
    [InlineData("1", 999)]
    [InlineData("", 999)]
    [InlineData("4711", 4711)]
    public void A_short_list_number_becomes_the_default_list(string list, int stored)
    {
        long id = _caller.AddLead("phone_number=7275554001&list_id=" + list);

        Assert.Equal(stored, _caller.World.Leads.Find(id)!.ListId);
    }

    [Fact]
    public void Nothing_is_stored_if_the_lead_is_rejected()
    {
        int before = _caller.World.Leads.Count;

        _caller.NonAgent("add_lead&phone_number=123&list_id=101");
        _caller.NonAgent("add_lead&phone_number=7275550199&list_id=101&dnc_check=Y");
        _caller.NonAgentAs("noflags9", "1234", "add_lead&phone_number=7275554001&list_id=101");

        Assert.Equal(before, _caller.World.Leads.Count);
    }

    [Fact]
    public void A_lead_in_a_list_that_the_caller_may_not_see_is_not_shown() => Assert.Equal(
        "ERROR: lead_all_info LIST NOT FOUND: restrgrp|1016|\nERROR: lead_all_info LIST NOT FOUND: restrgrp|1016||103\n",
        _caller.NonAgentAs("restrgrp", "1234", "lead_all_info&lead_id=1016"));
}
