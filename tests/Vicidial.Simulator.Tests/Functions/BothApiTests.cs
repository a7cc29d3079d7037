using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>Changes through one API take effect in the other one.</summary>
public sealed class BothApiTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void An_agent_gets_the_lead_that_was_put_into_the_hopper_first()
    {
        long lead = _caller.AddLead("phone_number=7275554001&list_id=101&add_to_hopper=Y&hopper_priority=99");

        Screen("external_dial&agent_user=1003&value=MANUALNEXT&search=NO&preview=NO&focus=NO");

        Assert.Equal(("INCALL", Text(lead)), (Field("1003", 0), Field("1003", 2)));
        Assert.DoesNotContain($"|{lead}|", _caller.NonAgent("hopper_list&campaign_id=TESTCAMP"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_on_hold_in_the_hopper_is_not_called()
    {
        _caller.World.AddToHopper(new HopperEntry(999, _caller.World.Leads.Find(1002)!, "TESTCAMP", 99) { Status = "DNC" });

        Screen("external_dial&agent_user=1003&value=MANUALNEXT&search=NO&preview=NO&focus=NO");

        Assert.Equal("1001", Field("1003", 2));
    }

    [Fact]
    public void A_lead_that_is_called_manually_leaves_the_hopper()
    {
        long lead = _caller.AddLead("phone_number=7275554001&list_id=101&add_to_hopper=Y");
        Assert.Contains(_caller.World.Hopper, entry => entry.Lead.Id == lead);

        Screen("external_dial&agent_user=1003&value=7275554001&search=YES&preview=NO&focus=NO");

        Assert.Equal(Text(lead), Field("1003", 2));
        Assert.DoesNotContain(_caller.World.Hopper, entry => entry.Lead.Id == lead);
    }

    [Fact]
    public void An_agent_sees_a_change_to_the_lead()
    {
        _caller.NonAgent("update_lead&lead_id=1021&update_phone_number=Y&phone_number=7275554001&vendor_lead_code=NEWKEY");

        Assert.Equal(("7275554001", "NEWKEY"), (Field("1001", 10), Field("1001", 11)));
        Assert.StartsWith(
            "SUCCESS: st_get_agent_active_lead lead found - 1001|7275554001|1021|NEWKEY|",
            _caller.Agent("st_get_agent_active_lead&value=CRM1001&vendor_id=x"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lead_whose_number_an_agent_changed_is_found_only_by_its_new_number()
    {
        _caller.Agent("update_fields&agent_user=1001&phone_number=7275554001");

        Assert.Equal("7275554001|1|1021\n", _caller.NonAgent("lead_search&phone_number=7275554001"));
        Assert.StartsWith("ERROR: lead_search NO MATCHES FOUND", _caller.NonAgent("lead_search&phone_number=7275501021"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_on_the_do_not_call_list_is_rejected_for_agents_too()
    {
        const string Add = "external_add_lead&agent_user=1001&phone_number=7275554001&phone_code=1&dnc_check=YES";
        _caller.NonAgent("add_dnc_phone&phone_number=7275554001&campaign_id=SYSTEM_INTERNAL");
        Assert.Equal("ERROR: add_lead PHONE NUMBER IN DNC - 7275554001|1001\n", _caller.Agent(Add));

        _caller.NonAgent("delete_dnc_phone&phone_number=7275554001&campaign_id=SYSTEM_INTERNAL");
        Assert.StartsWith("SUCCESS: lead added - ", _caller.Agent(Add), StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_a_lead_during_its_call_keeps_the_call()
    {
        _caller.Agent("recording&agent_user=1001&value=START");
        Step();
        _caller.NonAgent("update_lead&lead_id=1021&delete_lead=Y");

        Screen("external_status&agent_user=1001&value=SALE");

        Assert.Equal(("READY", "0"), (Field("1001", 0), Field("1001", 2)));
        Assert.Contains("|SALE|AGENT|SALE||1001\n", _caller.NonAgent("phone_number_log&phone_number=7275501021"), StringComparison.Ordinal);
        Assert.Equal(1, _caller.NonAgent("recording_lookup&lead_id=1021").Count(character => character == '\n'));
    }

    [Fact]
    public void A_list_shows_when_one_of_its_leads_was_last_called()
    {
        Screen("external_dial&agent_user=1003&value=7275551001&search=YES&preview=NO&focus=NO");

        Assert.Contains("|2026-11-20 09:00:01", _caller.NonAgent("list_info&list_id=101"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_of_an_agents_call_can_be_corrected()
    {
        Screen("external_dial&agent_user=1003&value=7275551001&search=YES&preview=NO&focus=NO");
        string callId = Field("1003", 1);
        Screen("external_status&agent_user=1003&value=NI");

        Assert.StartsWith(
            "SUCCESS: update_log_entry RECORD HAS BEEN UPDATED - ", _caller.NonAgent($"update_log_entry&group=TESTCAMP&status=SALE&call_id={callId}"),
            StringComparison.Ordinal);
        Assert.Contains("|NI|AGENT|SALE|", _caller.NonAgent("phone_number_log&phone_number=7275551001&detail=LAST"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_group_alias_can_be_used_for_a_call()
    {
        const string Dial = "external_dial&agent_user=1003&value=7275551001&search=YES&preview=NO&focus=NO&group_alias=7275554001";
        Assert.Equal("ERROR: group_alias is not valid - 1003|7275554001\n", _caller.Agent(Dial));

        _caller.NonAgent("add_group_alias&caller_id_number=7275554001");

        Assert.Contains("!7275554001!7275554001!", Stored(), StringComparison.Ordinal);

        string Stored()
        {
            _caller.Agent(Dial);
            return _caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial")!;
        }
    }

    [Fact]
    public void A_new_user_can_log_in_and_be_monitored()
    {
        _caller.NonAgent("add_user&agent_user=newbie&agent_pass=open1&agent_user_level=1&agent_full_name=New Bie&agent_user_group=AGENTS");
        _caller.World.Update(world => world.LogIn("newbie", "TESTCAMP"));

        string[] row = _caller
            .NonAgent("logged_in_agents")
            .Split('\n')
            .Single(line => line.StartsWith("newbie|", StringComparison.Ordinal))
            .Split('|');
        Assert.Equal(("TESTCAMP", "PAUSED", "New Bie"), (row[1], row[3], row[7]));
        Assert.StartsWith(
            "SUCCESS: blind_monitor HAS BEEN LAUNCHED - ",
            _caller.NonAgent($"blind_monitor&phone_login={_caller.World.Phones[0].Login}&session_id={row[2]}&server_ip=10.10.10.15&stage=MONITOR"),
            StringComparison.Ordinal);
    }

    private void Screen(string request)
    {
        string response = _caller.Agent(request);
        Assert.StartsWith("SUCCESS: ", response, StringComparison.Ordinal);
        Step();
    }

    private void Step() => _caller.World.Clock.Advance(TimeSpan.FromSeconds(1));

    private string Field(string agent, int index) => _caller.NonAgent("agent_status&agent_user=" + agent).TrimEnd('\n').Split('|')[index];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
