using System.Collections;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>How older releases treat parameters and texts differently from the newest one.</summary>
public sealed class ReleaseRuleTests
{
    private const string All = "2.10-69 2.14-107 2.14-194 2.14-202";

    [Theory]
    [InlineData("2.10-69", "first_name=D'Arcy", "DArcy")]
    [InlineData("2.14-107", "first_name=D'Arcy", "D'Arcy")]
    [InlineData("2.14-202", "first_name=Zoë", "Zo")]
    [InlineData("2.10-69", "owner=Ann B. Lee", "AnnBLee")]
    [InlineData("2.14-202", "owner=Ann B. Lee", "Ann B. Lee")]
    [InlineData("2.14-107", "country_code=us", "")]
    [InlineData("2.14-202", "country_code=us", "us")]
    [InlineData("2.14-107", "middle_initial=-", "")]
    [InlineData("2.14-202", "middle_initial=-", "-")]
    [InlineData("2.14-202", "city=a%2Bb;c\"d", "a bcd")]
    public void The_filters_of_each_release_keep_the_same_characters(string release, string field, string stored)
    {
        Caller caller = On(release);

        long lead = caller.AddLead("phone_number=7275550123&list_id=101&" + field);

        Assert.Equal(stored, LeadColumnOf(caller, lead, field.Split('=')[0]));
    }

    [Theory]
    [InlineData("2.14-107", "Zoë|Z")]
    [InlineData("2.14-202", "ZoëZ")]
    public void With_letters_beyond_ASCII_older_releases_filter_nothing(string release, string stored)
    {
        var caller = new Caller(new Hashtable { ["Generation"] = release, ["Settings"] = new Hashtable { ["UseNonLatin"] = true } });

        caller.NonAgent("update_lead&lead_id=1001&first_name=Zoë|Z");

        Assert.Equal(stored, caller.World.Leads.Find(1001)!.FirstName);
    }

    [Theory]
    [InlineData("2.14-107", 1)]
    [InlineData("2.14-202", 0)]
    public void Older_releases_drop_a_hyphen_from_an_agent_and_command_another_agent(string release, int commands)
    {
        Caller caller = On(release);

        caller.Agent("external_pause&agent_user=10-02&value=PAUSE");

        Assert.Equal(commands, caller.World.Floor.Find("1002")!.Screen.Waiting("external_pause") is null ? 0 : 1);
    }

    [Theory]
    [InlineData("DUPPHONEALTSYS", "2.14-194 2.14-202")]
    [InlineData("DUPSYS", All)]
    public void A_rule_that_a_release_does_not_know_finds_no_duplicate(string rule, string knows)
    {
        foreach (string release in All.Split(' '))
        {
            string response = On(release).NonAgent($"add_lead&phone_number=7275551014&list_id=103&duplicate_check={rule}");

            Assert.StartsWith(knows.Split(' ').Contains(release) ? "ERROR: " : "SUCCESS: ", response, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2.14-107", "campaign")]
    [InlineData("2.14-202", "24hours")]
    public void A_parameter_that_a_release_does_not_know_is_ignored(string release, string stored)
    {
        Caller caller = On(release);

        caller.NonAgent("add_list&list_id=601&list_name=six hundred&campaign_id=TESTCAMP&local_call_time=24hours");

        Assert.Equal(stored, caller.World.Lists[601].LocalCallTime);
    }

    [Theory]
    [InlineData("2.10-69", 20)]
    [InlineData("2.14-202", 30)]
    public void A_password_is_cut_to_the_column_of_its_release(string release, int length)
    {
        Caller caller = On(release);

        caller.NonAgent($"add_user&agent_user=5001&agent_pass={new string('p', 30)}&agent_user_level=1&agent_full_name=A B&agent_user_group=AGENTS");

        Assert.Equal(length, caller.World.Users["5001"].Password.Length);
    }

    [Theory]
    [InlineData("campaigns=TESTCAMP", "2.14-107", "CAMPAIGN,TOTAL CALLS\nOUTBND2,")]
    [InlineData("campaigns=TESTCAMP", "2.14-194", "CAMPAIGN,TOTAL CALLS\nTESTCAMP,")]
    [InlineData("campaigns=TESTCAMP&categories=UNDEFINED", "2.14-107", "")]
    [InlineData("did_ids=5", "2.14-107", "ERROR: call_dispo_report INVALID OR MISSING CAMPAIGNS, INGROUPS, OR DIDS - ")]
    [InlineData("did_ids=5", "2.14-194", "CAMPAIGN,TOTAL CALLS\n")]
    public void The_first_report_of_dispositions_counts_every_campaign_and_misses_short_DIDs(string fields, string release, string start)
    {
        string response = On(release).NonAgent("call_dispo_report&query_date=2020-01-01&end_date=2030-01-01&" + fields);

        Assert.StartsWith(start, response, StringComparison.Ordinal);
        Assert.Equal(start.Length == 0, response.Length == 0);
    }

    [Theory]
    [InlineData("2.14-107", "XMANUALX", "")]
    [InlineData("2.14-107", "MANUAL", "MANUAL")]
    [InlineData("2.14-107", "NOTHING", "RATIO")]
    [InlineData("2.14-194", "XMANUALX", "RATIO")]
    public void An_older_release_accepts_a_text_that_contains_a_dial_method_and_stores_none(string release, string method, string stored)
    {
        Caller caller = On(release);

        caller.NonAgent("update_campaign&campaign_id=TESTCAMP&dial_method=" + method);

        Assert.Equal(stored, caller.World.FindCampaign("TESTCAMP")!.DialMethod);
    }

    [Theory]
    [InlineData("2.10-69", "1")]
    [InlineData("2.14-107", "1")]
    [InlineData("2.14-194", "44")]
    public void Older_releases_set_the_country_code_only_for_new_leads(string release, string stored)
    {
        Caller caller = On(release);

        caller.NonAgent("update_lead&lead_id=1002&city=Bern&phone_code=44");

        Assert.Equal(("Bern", stored), (caller.World.Leads.Find(1002)!.City, caller.World.Leads.Find(1002)!.PhoneCode));
    }

    [Theory]
    [InlineData("2.10-69", "")]
    [InlineData("2.14-107", "")]
    [InlineData("2.14-194", "NOTICE: update_user USER CAMPAIGN RANKS/GRADES HAVE BEEN UPDATED - 6666|1001|3|\nERROR: ")]
    public void Older_releases_fail_after_they_ranked_an_agent(string release, string start)
    {
        string response = On(release).NonAgent("update_user&agent_user=1001&campaign_rank=3");

        Assert.StartsWith(start, response, StringComparison.Ordinal);
        Assert.Equal(start.Length == 0, response.Length == 0);
    }

    [Theory]
    [InlineData("non-agent", "batch_update_lead", "2.14-107", "ERROR: NO FUNCTION SPECIFIED\n")]
    [InlineData("agent", "send_notification", "2.14-107", "")]
    [InlineData("non-agent", "logged_in_agents", "2.10-69", "ERROR: NO FUNCTION SPECIFIED\n")]
    public void A_function_that_a_release_does_not_have_does_not_exist(string api, string function, string release, string response)
    {
        Caller caller = On(release);

        Assert.Equal(response, api == "agent" ? caller.Agent(function) : caller.NonAgent(function));
    }

    [Fact]
    public void Each_line_of_the_table_names_an_existing_release_and_function() => Assert.All(
        Simulator.Functions.ReleaseRule.Keys,
        key => Assert.True(
            key.Contains('*', StringComparison.Ordinal) || Simulator.Functions.FunctionTable.Find(
                key.StartsWith("ag:", StringComparison.Ordinal) ? DialerApi.Agent : DialerApi.NonAgent,
                key[3..key.IndexOf(' ', StringComparison.Ordinal)],
                DialerGeneration.Newest) is not null,
            key));

    private static string LeadColumnOf(Caller caller, long lead, string column) =>
        Simulator.Functions.LeadColumns.Value(caller.World.Leads.Find(lead)!, column)!;

    private static Caller On(string release) => new(new Hashtable { ["Generation"] = release });
}
