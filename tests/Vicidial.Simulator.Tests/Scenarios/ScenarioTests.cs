using System.Collections;
using System.Text;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Fact]
    public void The_default_names_its_own_account()
    {
        using DialerSimulator simulator = DialerSimulator.Start();

        Assert.Equal(("Default", "6666", "1234"), (simulator.ScenarioName, simulator.User, simulator.Password));
        Assert.False(simulator.Clock.IsFrozen);
        Assert.Equal(TimeSpan.FromHours(-5), simulator.Clock.Offset);
    }

    [Fact]
    public void Two_simulators_share_nothing()
    {
        using DialerSimulator one = DialerSimulator.Start();
        using DialerSimulator other = DialerSimulator.Start();

        one.World.Update(world => world.Floor.Clear());

        Assert.Equal(22, other.World.Floor.Agents.Count);
        Assert.NotSame(one.World.Users["6666"], other.World.Users["6666"]);
    }

    [Fact]
    public void A_section_replaces_the_section_of_the_default_scenario()
    {
        var caller = new Caller(new Hashtable
        {
            ["Agents"] = new object[]
            {
                new Hashtable
                {
                    ["User"] = 4711,
                    ["CampaignId"] = "TESTCAMP",
                    ["Status"] = "PAUSED",
                    ["PauseCode"] = "LUNCH",
                    ["FullName"] = "Ada",
                    ["CallsToday"] = 4,
                },
            },
            ["DncNumbers"] = new object[] { "7275554001" },
        });

        Assert.Equal("4711|TESTCAMP|8600051|PAUSED|0||4|Ada|AGENTS|1|LUNCH|\n", caller.NonAgent("logged_in_agents&show_sub_status=YES"));
        Assert.StartsWith("SUCCESS", caller.NonAgent("add_lead&phone_number=7275550199&list_id=101&dnc_check=Y"), StringComparison.Ordinal);
        Assert.StartsWith("ERROR", caller.NonAgent("add_lead&phone_number=7275554001&list_id=101&dnc_check=Y"), StringComparison.Ordinal);
    }

    [Fact]
    public void Extend_keeps_the_default_and_adds()
    {
        var caller = new Caller(new Hashtable
        {
            ["Extend"] = true,
            ["Agents"] = new Hashtable { ["User"] = "4711", ["CampaignId"] = "TESTCAMP" },
            ["Lists"] = new Hashtable { ["ListId"] = 201, ["CampaignId"] = "TESTCAMP", ["Name"] = "Mine", ["CustomFields"] = "size" },
            ["Leads"] = new Hashtable { ["ListId"] = 201, ["PhoneNumber"] = "7275554001", ["LeadId"] = 20000 },
        });

        Assert.Equal(23, caller.World.Floor.Agents.Count);
        Assert.StartsWith(
            "201|Mine|TESTCAMP|Y|||2099-12-31|0|1|1|",
            caller.NonAgent("list_info&list_id=201&leads_counts=Y"),
            StringComparison.Ordinal
        );
        Assert.Equal(20001, caller.AddLead("phone_number=7275554002&list_id=201"));
    }

    [Fact]
    public void A_custom_call_center_has_everything_that_it_names()
    {
        var data = new Hashtable
        {
            ["Name"] = "Small",
            ["Seed"] = 7,
            ["Offset"] = 1,
            ["Clock"] = "2026-06-01 08:30:00",
            ["Generation"] = "2.14-194",
            ["NextLeadId"] = 500,
            ["UserGroups"] = new object[]
            {
                new Hashtable
                {
                    ["Name"] = "TEAM",
                    ["AllowedCampaigns"] = new object[] { "ONE" },
                    ["VisibleGroups"] = "TEAM",
                },
            },
            ["Campaigns"] = new object[]
            {
                new Hashtable
                {
                    ["CampaignId"] = "ONE",
                    ["Name"] = "The one",
                    ["DialStatuses"] = new object[] { "NEW", "NA" },
                },
            },
            ["Users"] = new object[]
            {
                new Hashtable
                {
                    ["User"] = "agent",
                    ["Password"] = "x",
                    ["Group"] = "TEAM",
                },
                new Hashtable
                {
                    ["User"] = "boss",
                    ["Password"] = "pw",
                    ["Level"] = 8,
                    ["Group"] = "TEAM",
                    ["AllowedFunctions"] = new object[] { "campaigns_list", "add_lead" },
                },
            },
            ["Lists"] = new object[] { new Hashtable { ["ListId"] = 7000, ["CampaignId"] = "ONE" } },
            ["Leads"] = Array.Empty<object>(),
            ["Agents"] = Array.Empty<object>(),
        };
        using DialerSimulator simulator = DialerSimulator.Start(Scenario.FromDictionary(data));

        Assert.Equal(("Small", "boss", "pw"), (simulator.ScenarioName, simulator.User, simulator.Password));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 7, 30, 0, TimeSpan.Zero), simulator.Clock.UtcNow);
        Assert.True(simulator.Clock.IsFrozen);
        Assert.Equal(0, simulator.World.Leads.Count);

        var dialer = new SimulatedDialer(simulator.World);
        string Ask(string fields) => System.Text.Encoding.UTF8.GetString(dialer.Handle(new SimulatorRequest(
            "POST", "/vicidial/non_agent_api.php", FormFields.Empty, FormFields.Parse("source=test&user=boss&pass=pw&function=" + fields))).Body);

        Assert.Equal("ONE|The one|Y|---ALL---|RATIO|1.5|DOWN|NEW NA|45|9|9|88\n", Ask("campaigns_list"));
        Assert.Equal("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|7000|500|-5|boss\n", Ask("add_lead&phone_number=7275554001&list_id=7000"));
        Assert.StartsWith("ERROR: auth USER DOES NOT HAVE PERMISSION", Ask("logged_in_agents"), StringComparison.Ordinal);
        Assert.Equal(
            "VERSION: 2.14-194|BUILD: 241004-1518|DATE: 2026-06-01 08:30:00|EPOCH: 1780299000|DST: 0|TZ: 1.00|TZNOW: 1.00|\n",
            Ask("version")
        );
    }

    [Fact]
    public void A_scenario_can_have_its_own_in_groups_and_waiting_calls()
    {
        CallCenter world = Scenario.FromDictionary(new Hashtable
        {
            ["InGroups"] = new Hashtable { ["GroupId"] = "HELP", ["Name"] = "Help desk" },
            ["Campaigns"] = new Hashtable { ["CampaignId"] = "DESK", ["InGroups"] = "HELP" },
            ["Leads"] = new object[] { Lead() },
            ["WaitingCalls"] = new Hashtable { ["GroupId"] = "HELP", ["LeadId"] = 7 },
            ["Agents"] = new object[] { Agent(("CampaignId", "DESK"), ("InGroups", "HELP")) },
        }).CreateWorld();
        var dialer = new SimulatedDialer(world);

        Assert.Equal("HELP|1|1|1|0|1|0|0|0\n", Ask("in_group_status&in_groups=HELP"));
        Assert.Equal("1|DESK|HELP\n", Ask("agent_campaigns&agent_user=1"));
        Assert.Equal("ERROR: hopper_list THERE ARE NO LEADS IN THE HOPPER FOR THIS CAMPAIGN: 6666|DESK\n", Ask("hopper_list&campaign_id=DESK"));

        string Ask(string functionAndFields) => Encoding.UTF8.GetString(dialer.Handle(new SimulatorRequest(
            "GET",
            "/vicidial/non_agent_api.php",
            FormFields.Parse("source=test&user=6666&pass=1234&function=" + functionAndFields),
            FormFields.Empty)).Body);
    }

    [Fact]
    public void A_scenario_with_its_own_leads_has_no_other_waiting_calls() => Assert.Empty(
        Scenario.FromDictionary(new Hashtable { ["Leads"] = new object[] { Lead() } }).CreateWorld().WaitingCalls);

    [Fact]
    public void Later_changes_of_the_tables_do_not_change_the_scenario()
    {
        var agent = new Hashtable { ["User"] = "4711", ["CampaignId"] = "TESTCAMP" };
        Scenario scenario = Scenario.FromDictionary(new Hashtable { ["Agents"] = new ArrayList { agent } });
        agent["Nonsense"] = 1;

        using DialerSimulator simulator = DialerSimulator.Start(scenario);

        Assert.NotNull(simulator.World.Floor.Find("4711"));
    }

    public static TheoryData<IDictionary, string> Mistakes() => new()
    {
        { new Hashtable { ["Agnets"] = 1 }, "Agnets is unknown. Use one of Generation, Offset, Clock, Extend, Name, Seed," },
        { new Hashtable { ["Agents"] = new object[] { Agent(), Agent(), Agent(("Stauts", "READY")) } }, "Agents[2].Stauts is unknown. Use one of "
            + "User, FullName," },
        { new Hashtable { ["Agents"] = new object[] { Agent(("LeadId", "soon")) } }, "Agents[0].LeadId must be a whole number, not soon (String)." },
        { new Hashtable { ["Agents"] = new object[] { new Hashtable { ["User"] = "1" } } }, "Agents[0].CampaignId is missing." },
        { new Hashtable { ["Agents"] = "1001" }, "Agents must be an array of tables @( @{ } ), not 1001 (String)." },
        { new Hashtable { ["Agents"] = new object[] { 5 } }, "Agents[0] must be a table @{ }, not 5 (Int32)." },
        { new Hashtable { ["Settings"] = new Hashtable { ["UseNonLatin"] = "yes" } }, "Settings.UseNonLatin must be $true or $false, not yes "
            + "(String)." },
        { new Hashtable { ["Settings"] = new Hashtable { ["Langauge"] = "es" } }, "Settings.Langauge is unknown. Use one of UseNonLatin, "
            + "AgentApiActive, TwoFactor, Language, CustomFieldsEnabled, IpBlacklist, ScreenSeconds, StopsAtSqlErrors, "
            + "AgentEventUrl, CallMenuUrl, ApiLeadAddedUrl." },
        { new Hashtable { ["Generation"] = "2.99" }, "Generation 2.99 is unknown. Use one of 2.4-27, 2.10-69, 2.14-107, 2.14-194, 2.14-202." },
        { new Hashtable { ["Clock"] = "half past nine" }, "Clock must be a time such as '2026-11-20 09:00:00', not half past nine (String)." },
        { new Hashtable { ["Offset"] = "-5" }, "Offset must be a number, not -5 (String)." },
        { new Hashtable { ["Offset"] = 99 }, "Offset must be from -12 to 14 hours, not 99." },
        { new Hashtable { ["AgentCount"] = -1 }, "AgentCount must be from 0 to 1000000, not -1." },
        { new Hashtable { ["Users"] = new object[] { new Hashtable { ["User"] = "a", ["Level"] = 10 } } }, "Users[0].Level must be from 1 to 9, "
            + "not 10." },
        { new Hashtable { ["DncNumbers"] = new object[] { "1", true } }, "DncNumbers[1] must be text, not True (Boolean)." },
        { new Hashtable { ["CampaignDncNumbers"] = new object[] { new Hashtable { ["Numbers"] = "1" } } }, "CampaignDncNumbers[0].CampaignId is "
            + "missing." },
        { new Hashtable { [5] = 1 }, "The scenario has a key that is not a string: 5." },
        { new Hashtable { ["Leads"] = new object[] { Lead(), Lead() } }, "LeadId 7 is negative or already used." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_error_for_a_mistake_names_its_place(IDictionary data, string message) =>
        Assert.StartsWith(message, Assert.Throws<ScenarioException>(() => Scenario.FromDictionary(data)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_clock_runs_or_stands_still()
    {
        var running = new SimulatorClock();
        var frozen = new SimulatorClock(TimeSpan.FromHours(2), new DateTime(2026, 1, 1));
        DateTimeOffset before = DateTimeOffset.UtcNow;

        Assert.InRange(running.UtcNow, before, before.AddMinutes(1));
        running.Advance(TimeSpan.FromHours(3));
        Assert.InRange(running.UtcNow, before.AddHours(3), before.AddHours(3).AddMinutes(1));

        frozen.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal(new DateTime(2026, 1, 1, 1, 30, 0), frozen.Now);
        Assert.Equal("2025-12-31T23:30:00", frozen.UtcNow.ToString("s", CultureInfo.InvariantCulture));
        Assert.Throws<ArgumentOutOfRangeException>(() => frozen.Advance(TimeSpan.FromSeconds(-1)));
    }

    private static Hashtable Agent(params (string Key, object Value)[] more)
    {
        var agent = new Hashtable { ["User"] = "1", ["CampaignId"] = "TESTCAMP" };
        foreach ((string key, object value) in more)
        {
            agent[key] = value;
        }

        return agent;
    }

    private static Hashtable Lead() => new() { ["LeadId"] = 7, ["ListId"] = 101, ["PhoneNumber"] = "7275554001" };
}
