using System.Collections;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class FloorQueryTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void All_queries_of_the_floor_count_the_same_agents()
    {
        int rows = _caller.NonAgent("logged_in_agents").Count(character => character == '\n');
        int[] counts = Counts("user_group_status&user_groups=ADMIN|AGENTS|AGENTS2");

        Assert.Equal(22, rows);
        Assert.Equal(rows, counts[1]);

        // On calls, waiting, paused, in dead calls, after a call: each agent is in one of them.
        Assert.Equal(rows, counts[2] + counts[3] + counts[4] + counts[5] + counts[6]);
    }

    [Fact]
    public void An_agent_who_pauses_is_counted_as_paused()
    {
        int[] before = Counts("user_group_status&user_groups=AGENTS");
        _caller.World.Update(world => world.Floor.Find("1002")!.Status = "PAUSED");
        int[] after = Counts("user_group_status&user_groups=AGENTS");

        Assert.StartsWith("PAUSED||0|TESTCAMP|", _caller.NonAgent("agent_status&agent_user=1002"), StringComparison.Ordinal);
        Assert.Equal(before[3] - 1, after[3]);
        Assert.Equal(before[4] + 1, after[4]);
    }

    [Fact]
    public void A_customer_who_hangs_up_leaves_the_in_group_and_the_agent_in_a_dead_call()
    {
        int[] calls = Counts("in_group_status&in_groups=SALESLINE");
        int[] agents = Counts("user_group_status&user_groups=AGENTS");
        _caller.World.Update(world => world.Floor.Find("1006")!.SubStatus = "DEAD");

        Assert.Equal(calls[0] - 1, Counts("in_group_status&in_groups=SALESLINE")[0]);
        Assert.Equal(agents[5] + 1, Counts("user_group_status&user_groups=AGENTS")[5]);
        Assert.EndsWith("|DEAD", Row("logged_in_agents&show_sub_status=YES", "1006"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_waiting_call_is_in_every_count_of_calls()
    {
        _caller.World.Update(world => world.WaitingCalls.Add(new WaitingCall("Y1201200000000001109", "SUPPORT", 1109)));

        Assert.Equal(2, Counts("in_group_status&in_groups=SUPPORT")[1]);
        Assert.Equal(4, Counts("user_group_status&user_groups=AGENTS")[0]);
        Assert.Equal("SUCCESS: calls_in_queue_count - 4", _caller.Agent("calls_in_queue_count&agent_user=1001&value=DISPLAY"));
        Assert.Equal("SUCCESS: calls_in_queue_count - 0", CountWithoutInGroups());
    }

    [Fact]
    public void Waiting_calls_and_calls_on_screens_belong_to_existing_leads_and_in_groups()
    {
        CallCenter world = _caller.World;

        Assert.All(world.WaitingCalls, call => Assert.NotNull(world.Leads.Find(call.LeadId)));
        Assert.All(world.WaitingCalls, call =>
            Assert.True(world.FindInGroup(call.GroupId) is not null || world.FindCampaign(call.GroupId) is not null)
        );
        Assert.All(world.Floor.Agents.Where(agent => agent.CallInGroup.Length > 0), agent => Assert.NotNull(world.FindInGroup(agent.CallInGroup)));
        Assert.All(world.Floor.Agents.SelectMany(agent => agent.InGroups), group => Assert.NotNull(world.FindInGroup(group)));
        Assert.All(world.Campaigns.SelectMany(campaign => campaign.InGroups), group => Assert.NotNull(world.FindInGroup(group)));
    }

    [Fact]
    public void The_lead_on_the_screen_is_the_same_everywhere()
    {
        string[] status = _caller.NonAgent("agent_status&agent_user=1001").TrimEnd('\n').Split('|');
        string[] lead = _caller.NonAgent("lead_all_info&lead_id=" + status[2]).TrimEnd('\n').Split('|');
        string[] active = _caller.Agent("st_get_agent_active_lead&value=CRM1001&vendor_id=1").TrimEnd('\n').Split('|');

        Assert.Equal(lead[7], status[10]);
        Assert.Equal(lead[2], status[11]);
        Assert.Equal([lead[7], status[2], lead[2]], active[1..4]);
    }

    [Fact]
    public void A_previewed_lead_is_not_active()
    {
        Assert.Contains("|PREVIEW|7275501028|LIVE1028|", _caller.NonAgent("agent_status&agent_user=1012"), StringComparison.Ordinal);
        Assert.Equal("ERROR: no active lead found - 1012\n", _caller.Agent("st_get_agent_active_lead&value=CRM1012&vendor_id=1"));
    }

    [Fact]
    public void An_agent_who_logs_out_is_not_an_agent_but_still_a_user()
    {
        _caller.World.Update(world => world.Floor.Remove("1001"));

        Assert.Equal("ERROR: agent_status AGENT NOT LOGGED IN: 6666|1001\n", _caller.NonAgent("agent_status&agent_user=1001"));
        Assert.Equal("ERROR: agent_ingroup_info INVALID USER ID - 1001|6666\n", _caller.NonAgent("agent_ingroup_info&agent_user=1001&stage=text"));
        Assert.Equal("ERROR: agent_user is not logged in - 1001\n", _caller.Agent("webphone_url&agent_user=1001&value=DISPLAY"));
        Assert.Equal("1001|Alice Martín|AGENTS2|1|Y\n", _caller.NonAgent("user_details&agent_user=1001"));
    }

    [Fact]
    public void Inactive_campaigns_and_in_groups_are_not_available_to_a_user()
    {
        _caller.World.Update(world =>
        {
            world.FindInGroup("SUPPORT")!.IsActive = false;
            world.FindCampaign("INBND1")!.IsActive = false;
        });

        Assert.Equal(
            "1001|TESTCAMP-OUTBND2-MANUALC-PREVIEW-ALTTEST-INBOUND|SALESLINE\n",
            _caller.NonAgent("agent_campaigns&agent_user=1001&ignore_agentdirect=Y"));
    }

    [Fact]
    public void Only_accounts_that_may_change_in_groups_get_the_form()
    {
        Assert.Contains("<SELECT", _caller.NonAgent("agent_ingroup_info&agent_user=1001&stage=change"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<SELECT",
            _caller.NonAgentAs("noflags9", "1234", "agent_ingroup_info&agent_user=1001&stage=change"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2.10-69", 8, 12)]
    [InlineData("2.14-107", 8, 13)]
    [InlineData("2.14-194", 13, 13)]
    public void Headers_and_rows_of_old_releases_differ(string generation, int names, int values)
    {
        var caller = new Caller(new Hashtable { ["Generation"] = generation });

        string[] lines = caller.NonAgent("agent_status&agent_user=1001&header=YES").Split('\n');

        Assert.Equal(names, lines[0].Split('|').Length);
        Assert.Equal(values, lines[1].Split('|').Length);
    }

    [Fact]
    public void An_apostrophe_breaks_the_log_but_not_the_response()
    {
        _caller.World.Update(world =>
        {
            world.Settings.StopsAtSqlErrors = true;
            world.Users["1001"].FullName = "Alice O'Neil";
        });

        SimulatorResponse response = new SimulatedDialer(_caller.World).Handle(new SimulatorRequest(
            "GET", "/vicidial/non_agent_api.php", FormFields.Parse(Caller.Login + "user_details&agent_user=1001"), FormFields.Empty));

        Assert.Equal(500, response.Status);
        Assert.Equal("1001|Alice O'Neil|AGENTS2|1|Y\n"u8.ToArray(), response.Body);
    }

    private int[] Counts(string query) =>
        [
            .. _caller
                .NonAgent(query)
                .TrimEnd('\n')
                .Split('|')
                .Skip(1)
                .Select(value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private string Row(string query, string user) =>
        _caller.NonAgent(query).Split('\n').Single(row => row.StartsWith(user + "|", StringComparison.Ordinal));

    private string CountWithoutInGroups()
    {
        _caller.World.Update(world => world.Floor.Find("1013")!.InGroups.Clear());
        return _caller.Agent("calls_in_queue_count&agent_user=1013&value=DISPLAY");
    }
}
