using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

public sealed class LoginTests
{
    private const string Locked = "ERROR: Too many login attempts, try again in 15 minutes: |api9|LOCK|\n";
    private const string Good = "ERROR: NO FUNCTION SPECIFIED\n";

    private readonly Caller _caller = new();

    [Fact]
    public void Ten_failures_after_a_recent_login_lock_the_account_until_15_minutes_are_over()
    {
        Assert.Equal(Good, _caller.NonAgentAs("api9", "1234", ""));
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal("ERROR: Login incorrect, please try again: |api9|bad|BAD|\n", _caller.NonAgentAs("api9", "bad", ""));
        }

        Assert.Equal(Locked, _caller.NonAgentAs("api9", "1234", ""));
        Assert.StartsWith(
            "ERROR: Invalid Username/Password: |api9|1234|0|1|LOCK|",
            _caller.AgentAs("api9", "1234", "webserver"),
            StringComparison.Ordinal
        );

        _caller.World.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Locked, _caller.NonAgentAs("api9", "1234", ""));

        _caller.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Good, _caller.NonAgentAs("api9", "1234", ""));
    }

    [Fact]
    public void Ten_failures_without_a_recent_login_lock_nothing()
    {
        for (int i = 0; i < 12; i++)
        {
            _caller.NonAgentAs("api9", "bad", "");
        }

        Assert.Equal(Good, _caller.NonAgentAs("api9", "1234", ""));
    }

    [Fact]
    public void A_successful_login_resets_the_count()
    {
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 9; i++)
            {
                _caller.NonAgentAs("api9", "bad", "");
            }

            Assert.Equal(Good, _caller.NonAgentAs("api9", "1234", ""));
        }
    }

    [Fact]
    public void Both_APIs_count_failures_together()
    {
        _caller.NonAgentAs("api9", "1234", "");
        for (int i = 0; i < 5; i++)
        {
            _caller.NonAgentAs("api9", "bad", "");
            _caller.AgentAs("api9", "bad", "webserver");
        }

        Assert.Equal(Locked, _caller.NonAgentAs("api9", "1234", ""));
    }

    [Theory]
    [InlineData("abC-d_1", true, true)]
    [InlineData("a.b", false, true)]
    [InlineData("a%2Bb", false, true)]
    [InlineData("a%21b", false, false)]
    public void Password_characters_that_the_filter_drops_never_match(string encoded, bool nonAgent, bool agent)
    {
        _caller.World.Users["api9"].Password = Uri.UnescapeDataString(encoded).ToUpperInvariant();

        Assert.Equal(nonAgent, _caller.NonAgentAs("api9", encoded, "") == Good);
        Assert.Equal(agent, _caller.AgentAs("api9", encoded, "webserver").StartsWith("<PRE>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blocked_address_and_a_required_second_factor_refuse_a_correct_password()
    {
        var blocked = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["IpBlacklist"] = "127.0.0.1" } });
        var twoFactor = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["TwoFactor"] = true } });

        Assert.Equal("ERROR: Your IP Address is not allowed: 127.0.0.1: ||IPBLOCK|\n", blocked.NonAgent(""));
        Assert.Equal("ERROR: Invalid Username/Password: |6666|1234|0|1|IPBLOCK|\n", blocked.Agent("webserver"));
        Assert.Equal("ERROR: Login incorrect, please try again: |6666|1234|2FA|\n", twoFactor.NonAgent(""));
    }

    [Fact]
    public void An_old_release_has_no_address_lists_and_no_second_factor()
    {
        var caller = new Caller(new Hashtable
        {
            ["Generation"] = "2.10-69",
            ["Settings"] = new Hashtable { ["IpBlacklist"] = "127.0.0.1", ["TwoFactor"] = true },
        });

        Assert.Equal(Good, caller.NonAgent(""));
        Assert.StartsWith(
            "VERSION: 2.10-69|BUILD: 150217-1404|DATE: 2026-11-20 09:00:00|EPOCH: 1795183200|",
            caller.NonAgent("version"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_Agent_API_can_be_disabled_while_the_other_API_works()
    {
        var caller = new Caller(new Hashtable { ["Settings"] = new Hashtable { ["AgentApiActive"] = false } });

        Assert.Equal("ERROR: System API NOT ACTIVE\n", caller.Agent("webserver"));
        Assert.Equal(Good, caller.NonAgent(""));
    }

    [Fact]
    public void The_query_takes_precedence_over_the_body_and_the_last_of_equal_names_counts() =>
        Assert.StartsWith(
            "102|",
            _caller.Send("/vicidial/non_agent_api.php", Caller.Login + "list_info&list_id=101&list_id=102", "list_id=103&function=version"),
            StringComparison.Ordinal);

    [Fact]
    public void An_unknown_function_is_reported_by_one_API_and_ignored_by_the_other()
    {
        Assert.Equal(Good, _caller.NonAgent("no_such_function"));
        Assert.Equal(string.Empty, _caller.Agent("no_such_function"));
        Assert.Equal("ERROR: Invalid Source - \n", _caller.Send("/agc/api.php", "user=6666&pass=1234&function=no_such_function"));
    }
}
