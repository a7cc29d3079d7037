using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>Leads that the Agent API changes or adds, seen through the other API.</summary>
public sealed class ScreenLeadTests
{
    private const string AgentPath = "/agc/api.php";
    private const string Query = "source=test&function=update_fields&agent_user=1001&";
    private const string Credentials = "user=6666&pass=1234";

    private readonly Caller _caller = new();

    [Fact]
    public void A_field_of_the_lead_on_the_screen_changes()
    {
        string response = _caller.Agent("update_fields&agent_user=1001&city=Oslo");

        Assert.Equal("SUCCESS: update_fields lead updated - 6666|1001|1021|1|1|city|city=\"Oslo\"|\n", response);
        Assert.Equal("Oslo", Lead("lead_id=1021")[15]);
        Assert.Equal(
            "SUCCESS: update_fields lead updated - 6666|1001|1021|0|0|city|city=\"Oslo\"|\n",
            _caller.Agent("update_fields&agent_user=1001&city=Oslo"));
    }

    [Theory]
    [InlineData("comments=real%20estate%20owner", "comments,state,owner")]
    [InlineData("first_name=Frank", "first_name,rank")]
    [InlineData("city=EMAIL", "city")]
    [InlineData("emailreload=1", "email,emailreload")]
    [InlineData("comments=%72%65%61%6c%20%65%73%74%61%74%65", "comments")]
    public void A_field_name_counts_anywhere_in_the_request_unless_it_is_encoded(string fields, string changed) =>
        Assert.Equal(changed, _caller.Send(AgentPath, Query + fields, Credentials).Split('|')[5]);

    [Fact]
    public void A_name_in_a_forms_value_counts_too() =>
        Assert.Equal("comments,state", _caller.Send(AgentPath, Query, Credentials + "&comments=%65state").Split('|')[5]);

    [Fact]
    public void Fields_whose_names_are_in_values_are_emptied()
    {
        Assert.Equal("FL", Lead("lead_id=1021")[16]);

        _caller.Send(AgentPath, Query + "comments=estate", Credentials);

        Assert.Equal(string.Empty, Lead("lead_id=1021")[16]);
    }

    [Fact]
    public void A_lead_with_a_changed_number_is_found_only_by_the_new_one()
    {
        _caller.Agent("update_fields&agent_user=1001&phone_number=7275550123&alt_phone=7275550124");

        Assert.Equal("1021", Lead("phone_number=7275550123")[^1]);
        Assert.StartsWith("ERROR: ", _caller.NonAgent("lead_all_info&phone_number=7275501021"), StringComparison.Ordinal);
        Assert.Equal(1021, _caller.World.Leads.WithAltPhone("7275550124").Single().Id);
        Assert.Empty(_caller.World.Leads.WithAltPhone("7275557021"));
    }

    [Fact]
    public void Leads_that_share_a_number_stay_together_when_one_leaves()
    {
        long[] ids = [.. Enumerable.Range(0, 3).Select(_ => _caller.AddLead("phone_number=7275550123&list_id=101"))];
        _caller.World.Update(world => world.Floor.Find("1001")!.LeadId = ids[1]);

        _caller.Agent("update_fields&agent_user=1001&phone_number=7275550124");

        Assert.Equal([ids[0], ids[2]], _caller.World.Leads.WithPhone("7275550123").Select(lead => lead.Id));
        Assert.Equal(ids[1], _caller.World.Leads.WithPhone("7275550124").Single().Id);
    }

    [Fact]
    public void A_lead_is_added_to_the_manual_list_and_can_be_called()
    {
        string[] response = _caller
            .Agent("external_add_lead&agent_user=1003&phone_number=7275550123&phone_code=1&vendor_id=A&vendor_lead_code=B")
            .TrimEnd('\n')
            .Split('|');
        string[] lead = Lead("phone_number=7275550123");

        Assert.Equal((response[3], "A", "998", "0.00"), (lead[^1], lead[2], lead[4], lead[5]));

        _caller.Agent($"external_dial&agent_user=1003&lead_id={response[3]}&search=NO&preview=NO&focus=NO");
        _caller.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains($"|{response[3]}|TESTCAMP|", _caller.NonAgent("agent_status&agent_user=1003"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.10-69", "SUCCESS: lead added - 7275550123|TESTCAMP|998|10001|1003\n")]
    [InlineData("2.14-107", "ERROR: external_add_lead not valid - 1|1|1003|\n")]
    [InlineData("2.14-202", "ERROR: external_add_lead not valid - 1|1|1003|\n")]
    public void Newer_releases_use_the_last_field_of_a_form_as_the_number(string generation, string response)
    {
        var caller = new Caller(new Hashtable { ["Generation"] = generation });

        Assert.Equal(
            response,
            caller.Send(AgentPath, string.Empty, Caller.Login + "external_add_lead&agent_user=1003&phone_number=7275550123&phone_code=1")
        );
        Assert.StartsWith(
            "SUCCESS: ",
            caller.Send(AgentPath, string.Empty, Caller.Login + "external_add_lead&agent_user=1003&value=7275550124&phone_code=1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Do_not_call_numbers_are_rejected_if_requested()
    {
        Assert.Equal(
            "ERROR: add_lead PHONE NUMBER IN CAMPAIGN DNC - 7275550197|TESTCAMP|1003\n",
            _caller.Agent("external_add_lead&agent_user=1003&phone_number=7275550197&phone_code=1&campaign_dnc_check=Y")
        );
        Assert.StartsWith(
            "SUCCESS: ",
            _caller.Agent("external_add_lead&agent_user=1003&phone_number=7275550197&phone_code=1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_team_is_stored_with_the_user()
    {
        _caller.Agent("st_login_log&value=CRM1001&vendor_id=207");

        Assert.Equal("207", _caller.World.Users["1001"].CustomFour);
    }

    private string[] Lead(string query) => _caller.NonAgent("lead_all_info&" + query).TrimEnd('\n').Split('|');
}
