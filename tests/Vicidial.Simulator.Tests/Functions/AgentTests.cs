using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class AgentTests
{
    private readonly Caller _caller = new();

    [Fact]
    public void The_floor_has_a_campaign_with_agents_of_two_groups()
    {
        string[] rows = _caller
            .NonAgent("logged_in_agents&campaigns=INBOUND&user_groups=ADMIN|AGENTS&show_sub_status=YES&stage=csv")
            .TrimEnd('\n')
            .Split('\n');

        Assert.Equal(["7001", "7002", "7003"], rows.Select(row => row.Split(',')[0]));
        Assert.Equal(["ADMIN", "AGENTS", "ADMIN"], rows.Select(row => row.Split(',')[8]));
    }

    [Fact]
    public void Two_agents_are_in_dead_calls() =>
        Assert.Equal(
            ["1007", "7002"],
            _caller
                .NonAgent("logged_in_agents&show_sub_status=YES")
                .Split('\n')
                .Where(row => row.EndsWith("|DEAD", StringComparison.Ordinal))
                .Select(row => row.Split('|')[0])
        );

    [Fact]
    public void The_roster_follows_the_floor()
    {
        _caller.World.Update(world => world.Floor.Remove("1001"));
        _caller.World.Update(world => world.Floor.Find("1002")!.Status = "PAUSED");

        string roster = _caller.NonAgent("logged_in_agents");

        Assert.StartsWith("1002|TESTCAMP|8600052|PAUSED|", roster, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_agents_fill_the_floor()
    {
        var caller = new Caller(new Hashtable { ["AgentCount"] = 100_000 });

        string roster = caller.NonAgent("logged_in_agents&header=YES");

        Assert.Equal(100_001, roster.AsSpan().Count('\n'));
        Assert.Equal(100_000, caller.World.Floor.Agents.Select(agent => agent.User.Name).Distinct().Count());
    }

    [Fact]
    public void A_call_rings_the_agents_phone_once()
    {
        Assert.Equal("SUCCESS: call_agent function sent - 1001\n", _caller.Agent("call_agent&agent_user=1001&value=CALL"));
        Assert.Equal(1, _caller.World.Floor.Find("1001")!.PhoneCalls);

        Assert.Equal("ERROR: call_agent not valid - RING|1001\n", _caller.Agent("call_agent&agent_user=1001&value=RING"));
        Assert.Equal("ERROR: call_agent not valid - CALL|\n", _caller.Agent("call_agent&value=CALL"));
        Assert.Equal(1, _caller.World.Floor.Find("1001")!.PhoneCalls);
    }

    [Fact]
    public void The_permission_to_call_is_checked_after_the_arguments() => Assert.Equal(
        "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - CALL|restrfn|call_agent|ADMIN\n",
        _caller.AgentAs("restrfn", "1234", "call_agent&agent_user=1001&value=CALL"));

    [Fact]
    public void Messages_are_in_the_language_of_the_system()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["Language"] = "es" } });
        string epoch = caller.World.Clock.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal($"EXITO: funcion hecha - PAUSE|{epoch}|1002\n", caller.Agent("external_pause&agent_user=1002&value=PAUSE"));
        Assert.Equal("FALLO: agent_user is not logged in - 1099\n", caller.Agent("call_agent&agent_user=1099&value=CALL"));
        Assert.Equal("ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n", caller.NonAgent("logged_in_agents&campaigns=NOPE"));
    }

    [Theory]
    [InlineData("1002", "ERROR: external_pause agent is not paused - RESUME|1002\n")]
    [InlineData("1003", "SUCCESS: external_pause function set - RESUME|1795183200|1003\n")]
    public void Only_a_paused_agent_can_be_resumed(string agent, string response) =>
        Assert.Equal(response, _caller.Agent($"external_pause&agent_user={agent}&value=RESUME"));
}
