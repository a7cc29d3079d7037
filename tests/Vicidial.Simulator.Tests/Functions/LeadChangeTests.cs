using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class LeadChangeTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void A_lead_that_moves_is_counted_in_its_new_list()
    {
        _caller.NonAgent("update_lead&lead_id=1009&list_id_field=106&status=SALE");

        Assert.EndsWith("|2151|772|\n", _caller.NonAgent("list_info&list_id=101&leads_counts=Y"), StringComparison.Ordinal);
        Assert.EndsWith("|1|0|\n", _caller.NonAgent("list_info&list_id=106&leads_counts=Y"), StringComparison.Ordinal);
        Assert.Equal("SALE", _caller.NonAgent("lead_field_info&lead_id=1009&field_name=status"));
    }

    [Fact]
    public void A_number_finds_only_the_newest_lead()
    {
        long newest = _caller.AddLead("phone_number=7275551014&list_id=101");

        string response = _caller.NonAgent("update_lead&search_method=PHONE_NUMBER&phone_number=7275551014&city=Here");

        Assert.Equal($"SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|{newest}|1|||\n", response);
        Assert.NotEqual("Here", _caller.World.Leads.Find(1014)!.City);
    }

    [Fact]
    public void A_changed_number_is_found_and_the_old_one_is_not_found()
    {
        _caller.NonAgent("update_lead&lead_id=1015&phone_number=7275554015&update_phone_number=Y&alt_phone=7275554016");

        Assert.Equal("7275554015|1|1015\n", _caller.NonAgent("lead_search&phone_number=7275554015"));
        Assert.Equal("7275551014|2|1016-1014\n", _caller.NonAgent("lead_search&phone_number=7275551014"));
        Assert.Equal(1015, Assert.Single(_caller.World.Leads.WithAltPhone("7275554016")).Id);
    }

    [Theory]
    [InlineData("comments=a%0Ab", "comments", "a!Nb")]
    [InlineData("first_name=--BLANK--", "first_name", "")]
    [InlineData("date_of_birth=--BLANK--", "date_of_birth", "0000-00-00")]
    [InlineData("gender=--BLANK--", "gender", "")]
    [InlineData("title=Professor", "title", "Prof")]
    [InlineData("gmt_offset_now=-3.5", "gmt_offset_now", "-3.50")]
    [InlineData("rank=99999", "rank", "32767")]
    public void Stored_values_are_silently_filtered_and_cut(string field, string name, string stored)
    {
        _caller.NonAgent("update_lead&lead_id=1001&" + field);

        Assert.Equal(stored, _caller.NonAgent("lead_field_info&lead_id=1001&field_name=" + name));
    }

    [Fact]
    public void The_same_value_again_changes_nothing()
    {
        _caller.NonAgent("update_lead&lead_id=1001&city=There");

        Assert.EndsWith("|1001|0|||\n", _caller.NonAgent("update_lead&lead_id=1001&city=There"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_lead_is_in_no_hopper_and_has_no_callback()
    {
        _caller.NonAgent("update_lead&lead_id=1104&delete_lead=Y");
        _caller.NonAgent("update_lead&lead_id=1030&delete_lead=Y");

        Assert.DoesNotContain("|1104|", _caller.NonAgent("hopper_list&campaign_id=TESTCAMP"), StringComparison.Ordinal);
        Assert.StartsWith("ERROR: lead_all_info LEAD NOT FOUND", _caller.NonAgent("lead_all_info&lead_id=1104"), StringComparison.Ordinal);
        Assert.DoesNotContain(_caller.World.Callbacks, callback => callback.LeadId == 1030 && !callback.IsArchived);
    }

    [Fact]
    public void A_callback_of_an_update_is_reported_and_can_be_removed()
    {
        _caller.NonAgent(
            "update_lead&lead_id=1020&callback=Y&campaign_id=TESTCAMP&callback_datetime=2026-12-24 10:00:00&callback_type=USERONLY&callback_user=1001"
        );
        string told = _caller.NonAgent("lead_callback_info&lead_id=1020&search_location=CURRENT");

        _caller.NonAgent("update_lead&lead_id=1020&callback=REMOVE");

        Assert.Contains("2026-12-24 10:00:00", told, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-24", _caller.NonAgent("lead_callback_info&lead_id=1020&search_location=CURRENT"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_comes_back_from_the_archive_once()
    {
        _caller.NonAgent("lead_dearchive&lead_id=900001");

        Assert.Equal("NI", _caller.NonAgent("lead_field_info&lead_id=900001&field_name=status"));
        Assert.StartsWith(
            "ERROR: lead_dearchive ARCHIVED LEAD NOT FOUND",
            _caller.NonAgent("lead_dearchive&lead_id=900001"),
            StringComparison.Ordinal
        );
        Assert.Equal(10001, _caller.AddLead("phone_number=7275554001&list_id=101"));
    }

    [Fact]
    public void Leads_that_are_added_to_the_hopper_together_are_dialed_by_priority()
    {
        string response = _caller.NonAgent("hopper_bulk_insert&lead_ids=2000,2001&hopper_priority=500");

        Assert.EndsWith("SUCCESS: hopper_bulk_insert LEADS HAVE BEEN INSERTED INTO THE HOPPER - 2|0|102|6666\n", response, StringComparison.Ordinal);
        Assert.Equal(["0|99|2000", "1|99|2001"], _caller.NonAgent("hopper_list&campaign_id=TESTCAMP").Split('\n').Take(2)
            .Select(row => string.Join('|', row.Split('|').Take(3))));
    }

    [Fact]
    public void A_changed_status_in_the_log_is_reported()
    {
        CallRecord call = _caller.World.CallLog.Calls.First(one => one.IsLogged && one.IsInbound && one.CallId.Length == 20 && one.Status != "ZZTOP");

        string response = _caller.NonAgent($"update_log_entry&call_id={call.CallId}&group={call.CampaignId}&status=ZZTOP");

        Assert.StartsWith("SUCCESS: update_log_entry RECORD HAS BEEN UPDATED", response, StringComparison.Ordinal);
        Assert.Contains("ZZTOP", _caller.NonAgent($"phone_number_log&phone_number={call.PhoneNumber}&type=ALL"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_on_the_list_is_rejected_until_it_is_removed()
    {
        const string Lead = "add_lead&phone_number=7275554001&list_id=101&dnc_check=Y";
        _caller.NonAgent("add_dnc_phone&phone_number=7275554001&campaign_id=SYSTEM_INTERNAL");
        string refused = _caller.NonAgent(Lead);

        _caller.NonAgent("delete_dnc_phone&phone_number=7275554001&campaign_id=SYSTEM_INTERNAL");

        Assert.StartsWith("ERROR: add_lead PHONE NUMBER IN DNC", refused, StringComparison.Ordinal);
        Assert.StartsWith("SUCCESS", _caller.NonAgent(Lead), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_a_missing_campaign_can_have_numbers()
    {
        _caller.NonAgent("add_dnc_phone&phone_number=7275554001&campaign_id=NOPE");

        Assert.True(_caller.World.Dnc.Contains("NOPE", "7275554001", withAreaCode: false));
        Assert.False(_caller.World.Dnc.Contains("7275554001", withAreaCode: false));
    }
}
